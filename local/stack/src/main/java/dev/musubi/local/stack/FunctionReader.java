package dev.musubi.local.stack;

import java.util.Map;

/** Reads {@code AWS::Serverless::Function}. */
final class FunctionReader {
  private FunctionReader() {}

  static LambdaFunction read(Named named, Block block) {
    block.without("FunctionName", "Description", "Runtime", "Architectures", "Tags");
    block.without("Tracing", "SnapStart", "LoggingConfig", "PackageType", "PropagateTags");
    block.without("AutoPublishAlias", "AutoPublishAliasAllProperties", "DeploymentPreference");
    block.without("RuntimeManagementConfig", "RecursiveLoop", "KmsKeyArn", "EphemeralStorage");
    Statements statements = policies(block);
    Map<String, String> environment = environment(block);
    Triggers triggers = TriggerReader.read(named, block);
    LambdaFunction function =
        block.build(
            () ->
                new LambdaFunction(
                    named,
                    new LambdaFunction.Code(block.need("Handler"), block.need("CodeUri")),
                    new LambdaFunction.Limits(
                        block.numberOr("MemorySize", 128),
                        block.seconds("Timeout", 3),
                        block.number("ReservedConcurrentExecutions")),
                    environment,
                    statements,
                    triggers));
    block.end();
    return function;
  }

  private static Map<String, String> environment(Block block) {
    return block
        .block("Environment")
        .map(
            environment -> {
              Map<String, String> variables =
                  environment.block("Variables").map(Block::allTexts).orElse(Map.of());
              environment.end();
              return variables;
            })
        .orElse(Map.of());
  }

  private static Statements policies(Block block) {
    if (block.raw("Policies").filter(String.class::isInstance).isPresent()) {
      throw TemplateException.at(
          block.path() + ".Policies", "only inline statements are understood");
    }
    Statements all = Statements.NONE;
    for (Block policy : block.blocks("Policies")) {
      if (!policy.has("Statement")) {
        throw TemplateException.at(
            policy.path(),
            "only inline statements are understood, not the policy template "
                + String.join(", ", policy.keys()));
      }
      all = all.and(StatementReader.identity(policy));
    }
    return all;
  }
}
