package dev.musubi.local.stack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The resource types that are understood, and how each is named and referred to. */
enum Kind {
  FUNCTION("AWS::Serverless::Function", "FunctionName", "lambda", "function:%s"),
  API("AWS::Serverless::HttpApi", "", "apigateway", "/apis/%s"),
  QUEUE("AWS::SQS::Queue", "QueueName", "sqs", "%s"),
  QUEUE_POLICY("AWS::SQS::QueuePolicy", "", "sqs", "policy/%s"),
  TABLE("AWS::DynamoDB::Table", "TableName", "dynamodb", "table/%s"),
  SCHEDULE_GROUP("AWS::Scheduler::ScheduleGroup", "Name", "scheduler", "schedule-group/%s"),
  ROLE("AWS::IAM::Role", "RoleName", "iam", "role/%s"),
  LOG_GROUP("AWS::Logs::LogGroup", "LogGroupName", "logs", "log-group:%s:*"),
  ALARM("AWS::CloudWatch::Alarm", "AlarmName", "cloudwatch", "alarm:%s"),
  TOPIC("AWS::SNS::Topic", "TopicName", "sns", "%s"),
  TOPIC_POLICY("AWS::SNS::TopicPolicy", "", "sns", "policy/%s");

  private final String type;
  private final String nameProperty;
  private final String service;
  private final String arnForm;

  Kind(String type, String nameProperty, String service, String arnForm) {
    this.type = type;
    this.nameProperty = nameProperty;
    this.service = service;
    this.arnForm = arnForm;
  }

  static Optional<Kind> of(String type) {
    return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
  }

  /** The property that declares the physical name; empty where there is none. */
  Optional<String> nameProperty() {
    return nameProperty.isEmpty() ? Optional.empty() : Optional.of(nameProperty);
  }

  /** Identity of the resource, {@code declared} being the name the template gives it. */
  Named named(String logicalId, Optional<String> declared, Physical physical) {
    String name =
        declared.orElse(
            this == API ? logicalId.toLowerCase(Locale.ROOT) : physical.name(logicalId));
    String arn =
        this == ROLE ? physical.roleArn(name) : physical.arn(service, arnForm.formatted(name));
    return new Named(logicalId, name, arn);
  }

  /** What {@code Ref} of the resource is. */
  String ref(Named named, Physical physical) {
    return switch (this) {
      case QUEUE -> physical.queueUrl(named.name()).toString();
      case TOPIC -> named.arn();
      case FUNCTION,
          API,
          QUEUE_POLICY,
          TABLE,
          SCHEDULE_GROUP,
          ROLE,
          LOG_GROUP,
          ALARM,
          TOPIC_POLICY ->
          named.name();
    };
  }

  /** What {@code GetAtt} of the resource is; empty for an attribute that is not understood. */
  Optional<String> attribute(Named named, String attribute, Physical physical) {
    return Optional.ofNullable(
        switch (this) {
          case API ->
              switch (attribute) {
                case "ApiEndpoint" -> physical.api().toString();
                case "ApiId" -> named.name();
                default -> null;
              };
          case QUEUE ->
              switch (attribute) {
                case "Arn" -> named.arn();
                case "QueueName" -> named.name();
                case "QueueUrl" -> physical.queueUrl(named.name()).toString();
                default -> null;
              };
          case TOPIC ->
              switch (attribute) {
                case "TopicArn" -> named.arn();
                case "TopicName" -> named.name();
                default -> null;
              };
          case QUEUE_POLICY, TOPIC_POLICY -> null;
          case FUNCTION, TABLE, SCHEDULE_GROUP, ROLE, LOG_GROUP, ALARM ->
              attribute.equals("Arn") ? named.arn() : null;
        });
  }
}
