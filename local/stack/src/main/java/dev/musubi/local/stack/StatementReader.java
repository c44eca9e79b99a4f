package dev.musubi.local.stack;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.policybuilder.iam.IamCondition;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamPrincipal;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

/** Reads IAM policy documents. */
final class StatementReader {
  private StatementReader() {}

  /** The statements of a document that belongs to an identity. */
  static Statements identity(Block document) {
    return read(document, false);
  }

  /** The statements of a document that names principals: a trust or a resource's policy. */
  static Statements withPrincipals(Block document) {
    return read(document, true);
  }

  private static Statements read(Block document, boolean principals) {
    document.without("Version", "Id");
    List<IamStatement> statements = new ArrayList<>();
    for (Block statement : document.blocks("Statement")) {
      statements.add(document.build(() -> statement(statement, principals)));
    }
    document.end();
    if (statements.isEmpty()) {
      throw TemplateException.at(document.path(), "Statement is missing");
    }
    return new Statements(statements);
  }

  private static IamStatement statement(Block block, boolean principals) {
    IamStatement.Builder builder =
        IamStatement.builder().sid(block.textOr("Sid", "")).effect(effect(block));
    List<String> actions = block.texts("Action");
    if (actions.isEmpty()) {
      throw TemplateException.at(block.path(), "Action is missing");
    }
    actions.forEach(builder::addAction);
    List<String> resources = block.texts("Resource");
    if (resources.isEmpty() && !principals) {
      throw TemplateException.at(block.path(), "Resource is missing");
    }
    resources.forEach(resource -> builder.addResource(plain(block, resource)));
    block.block("Condition").ifPresent(c -> conditions(c).forEach(builder::addCondition));
    if (principals) {
      principals(block).forEach(builder::addPrincipal);
    }
    block.end();
    return builder.build();
  }

  private static IamEffect effect(Block block) {
    return switch (block.need("Effect")) {
      case "Allow" -> IamEffect.ALLOW;
      case "Deny" -> IamEffect.DENY;
      default -> throw TemplateException.at(block.path(), "Effect must be Allow or Deny");
    };
  }

  private static List<IamCondition> conditions(Block block) {
    List<IamCondition> result = new ArrayList<>();
    for (String operator : block.keys()) {
      Block test = block.needBlock(operator);
      if (ConditionTest.parse(operator).isEmpty()) {
        throw TemplateException.at(
            block.path(), "the condition operator " + operator + " is not understood");
      }
      for (String key : test.keys()) {
        test.texts(key)
            .forEach(value -> result.add(IamCondition.create(operator, key, plain(test, value))));
      }
    }
    return result;
  }

  private static List<IamPrincipal> principals(Block block) {
    if (block.raw("Principal").filter("*"::equals).isPresent()) {
      return List.of(IamPrincipal.ALL);
    }
    Block principal = block.needBlock("Principal");
    List<IamPrincipal> result = new ArrayList<>();
    for (String type : List.of("Service", "AWS")) {
      principal.texts(type).forEach(id -> result.add(IamPrincipal.create(type, id)));
    }
    principal.end();
    return result;
  }

  /** Policy variables would be matched as plain text, so they are refused. */
  private static String plain(Block block, String value) {
    if (value.contains("${")) {
      throw TemplateException.at(
          block.path(), "the policy variable in " + value + " is not understood");
    }
    return value;
  }
}
