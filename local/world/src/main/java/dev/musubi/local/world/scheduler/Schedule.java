package dev.musubi.local.world.scheduler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A one-time schedule; {@code document} is the request that made it, in the API's own words. See <a
 * href="https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html">CreateSchedule</a>.
 */
record Schedule(ScheduleId id, JsonNode document, Instant at, Target target) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SEND_PARAMETERS =
      List.of("QueueUrl", "MessageBody", "MessageGroupId", "DelaySeconds");

  static Schedule parse(ScheduleId id, JsonNode document) {
    only(
        document,
        "",
        List.of(
            "ActionAfterCompletion",
            "ClientToken",
            "Description",
            "FlexibleTimeWindow",
            "GroupName",
            "Name",
            "ScheduleExpression",
            "ScheduleExpressionTimezone",
            "State",
            "Target"));
    Instant at =
        OneTime.parse(
            need(document, "ScheduleExpression"),
            document.path("ScheduleExpressionTimezone").asText("UTC"));
    need(document.path("FlexibleTimeWindow"), "Mode");
    one(document, "ActionAfterCompletion", List.of("NONE", "DELETE"));
    one(document, "State", List.of("ENABLED", "DISABLED"));
    return new Schedule(id, document, at, target(document.path("Target")));
  }

  private static Target target(JsonNode target) {
    only(
        target,
        "Target.",
        List.of("Arn", "RoleArn", "Input", "SqsParameters", "RetryPolicy", "DeadLetterConfig"));
    JsonNode retry = target.path("RetryPolicy");
    Target parsed =
        new Target(
            need(target, "Arn"),
            need(target, "RoleArn"),
            need(target, "Input"),
            text(target.path("SqsParameters"), "MessageGroupId"),
            new Target.Retry(
                retry.path("MaximumRetryAttempts").asInt(185),
                Duration.ofSeconds(retry.path("MaximumEventAgeInSeconds").asLong(86_400))),
            text(target.path("DeadLetterConfig"), "Arn"));
    if (parsed.arn().equals(Target.UNIVERSAL_SEND)) {
      JsonNode input = json(parsed.input());
      only(input, "Target.Input.", SEND_PARAMETERS);
      need(input, "QueueUrl");
      need(input, "MessageBody");
    } else if (!parsed.arn().startsWith("arn:aws:sqs:")) {
      throw ScheduleRefused.validation(
          "The local world delivers schedules to SQS only, not to " + parsed.arn() + ".");
    }
    return parsed;
  }

  boolean enabled() {
    return document.path("State").asText("ENABLED").equals("ENABLED");
  }

  boolean deletedAfterwards() {
    return document.path("ActionAfterCompletion").asText("NONE").equals("DELETE");
  }

  Optional<String> clientToken() {
    return text(document, "ClientToken");
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw ScheduleRefused.validation("The Input of a universal target must be JSON.");
    }
  }

  private static String need(JsonNode node, String field) {
    return text(node, field)
        .orElseThrow(() -> ScheduleRefused.validation("'" + field + "' must not be null."));
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.get(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private static void one(JsonNode node, String field, List<String> allowed) {
    if (node.has(field) && !allowed.contains(node.path(field).asText())) {
      throw ScheduleRefused.validation("'" + field + "' must be one of " + allowed + ".");
    }
  }

  private static void only(JsonNode node, String where, List<String> known) {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw ScheduleRefused.validation("The local world does not know '" + where + name + "'.");
      }
    }
  }
}
