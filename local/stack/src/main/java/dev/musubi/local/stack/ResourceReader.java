package dev.musubi.local.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads one resource, whatever its type. */
final class ResourceReader {
  private final References references;
  private final Physical physical;

  ResourceReader(References references, Physical physical) {
    this.references = references;
    this.physical = physical;
  }

  Resource read(Declared declared) {
    Named named = references.named(declared);
    String id = declared.logicalId();
    Block block = new Block(id, references.intrinsics().mapping(id, declared.properties()));
    return switch (declared.kind()) {
      case FUNCTION -> FunctionReader.read(named, block);
      case API -> ApiReader.read(named, physical.api().toString(), block);
      case QUEUE -> QueueReader.read(named, physical.queueUrl(named.name()), block);
      case TABLE -> TableReader.read(named, block);
      case ROLE -> role(named, block);
      case QUEUE_POLICY -> policy(named, block, "Queues");
      case TOPIC_POLICY -> policy(named, block, "Topics");
      case SCHEDULE_GROUP -> {
        block.without("Name", "Tags");
        block.end();
        yield new ScheduleGroup(named);
      }
      case LOG_GROUP -> logGroup(named, block);
      case TOPIC -> {
        block.without("TopicName", "DisplayName", "Subscription", "KmsMasterKeyId", "Tags");
        block.end();
        yield new Topic(named);
      }
      case ALARM -> alarm(named, block);
    };
  }

  private static Role role(Named named, Block block) {
    block.without("RoleName", "Description", "Path", "Tags", "MaxSessionDuration");
    Statements trust = StatementReader.withPrincipals(block.needBlock("AssumeRolePolicyDocument"));
    Statements grants = Statements.NONE;
    for (Block policy : block.blocks("Policies")) {
      policy.need("PolicyName");
      grants = grants.and(StatementReader.identity(policy.needBlock("PolicyDocument")));
      policy.end();
    }
    block.end();
    return new Role(named, trust, grants);
  }

  private static ResourcePolicy policy(Named named, Block block, String targets) {
    Statements statements = StatementReader.withPrincipals(block.needBlock("PolicyDocument"));
    ResourcePolicy policy =
        block.build(() -> new ResourcePolicy(named, block.texts(targets), statements));
    block.end();
    return policy;
  }

  private static LogGroup logGroup(Named named, Block block) {
    block.without("LogGroupName", "KmsKeyId", "LogGroupClass", "Tags");
    LogGroup group = new LogGroup(named, block.number("RetentionInDays"));
    block.end();
    return group;
  }

  private static Alarm alarm(Named named, Block block) {
    block.without("AlarmName", "AlarmDescription", "AlarmActions", "OKActions", "Metrics");
    block.without("InsufficientDataActions", "ActionsEnabled", "ComparisonOperator", "Threshold");
    block.without("EvaluationPeriods", "DatapointsToAlarm", "Period", "Statistic", "Unit");
    block.without("ExtendedStatistic", "TreatMissingData", "Tags");
    Map<String, String> dimensions = new LinkedHashMap<>();
    for (Block dimension : block.blocks("Dimensions")) {
      dimensions.put(dimension.need("Name"), dimension.need("Value"));
      dimension.end();
    }
    Optional<Alarm.Metric> metric =
        block
            .text("MetricName")
            .map(name -> new Alarm.Metric(block.need("Namespace"), name, dimensions));
    block.end();
    return new Alarm(named, metric);
  }
}
