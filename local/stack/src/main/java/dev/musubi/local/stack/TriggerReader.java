package dev.musubi.local.stack;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a function's {@code Events} and {@code EventInvokeConfig}. */
final class TriggerReader {
  private static final int LAMBDA_RETRIES = 2;
  private static final int LAMBDA_EVENT_AGE_SECONDS = 21_600;

  private TriggerReader() {}

  static Triggers read(Named function, Block block) {
    List<Triggers.Route> routes = new ArrayList<>();
    List<Triggers.QueueSource> queues = new ArrayList<>();
    List<Triggers.Rule> rules = new ArrayList<>();
    block
        .block("Events")
        .ifPresent(
            events ->
                events
                    .keys()
                    .forEach(
                        id -> {
                          Block event = events.needBlock(id);
                          String type = event.need("Type");
                          Block properties = event.needBlock("Properties");
                          event.end();
                          switch (type) {
                            case "HttpApi" -> routes.add(route(properties));
                            case "SQS" -> queues.add(queue(properties));
                            case "ScheduleV2" ->
                                rules.add(scheduleV2(function.name() + id, properties));
                            case "Schedule" ->
                                rules.add(schedule(function.name() + id, properties));
                            default ->
                                throw TemplateException.at(
                                    event.path(), "the event type " + type + " is not understood");
                          }
                          properties.end();
                        }));
    return new Triggers(routes, queues, rules, async(block));
  }

  private static Triggers.Route route(Block block) {
    block.need("ApiId");
    block.without("PayloadFormatVersion", "TimeoutInMillis");
    if (!block.textOr("PayloadFormatVersion", "2.0").equals("2.0")) {
      throw TemplateException.at(block.path(), "only PayloadFormatVersion 2.0 is understood");
    }
    String method = block.need("Method").toUpperCase(Locale.ROOT);
    return block.build(
        () -> new Triggers.Route(method.equals("*") ? "ANY" : method, block.need("Path")));
  }

  private static Triggers.QueueSource queue(Block block) {
    List<String> types = block.texts("FunctionResponseTypes");
    if (!types.isEmpty() && !types.equals(List.of("ReportBatchItemFailures"))) {
      throw TemplateException.at(
          block.path(), "the response types " + String.join(", ", types) + " are not understood");
    }
    if (block.has("Enabled") && !block.flag("Enabled")) {
      throw TemplateException.at(block.path(), "a queue that is not enabled is not understood");
    }
    Optional<Block> scaling = block.block("ScalingConfig");
    Triggers.QueueSource source =
        block.build(
            () ->
                new Triggers.QueueSource(
                    block.need("Queue"),
                    block.numberOr("BatchSize", 10),
                    block.seconds("MaximumBatchingWindowInSeconds", 0),
                    !types.isEmpty(),
                    scaling.map(s -> s.number("MaximumConcurrency")).orElse(OptionalInt.empty())));
    scaling.ifPresent(Block::end);
    return source;
  }

  private static Triggers.Rule scheduleV2(String name, Block block) {
    block.without("Description", "RetryPolicy", "DeadLetterConfig", "RoleArn", "OmitName");
    block.without("GroupName", "FlexibleTimeWindow");
    String state = block.textOr("State", "ENABLED");
    if (!List.of("ENABLED", "DISABLED").contains(state)) {
      throw TemplateException.at(block.path(), "State must be ENABLED or DISABLED");
    }
    return rule(
        block.textOr("Name", name),
        block.need("ScheduleExpression"),
        state.equals("ENABLED"),
        block);
  }

  private static Triggers.Rule schedule(String name, Block block) {
    block.without("Description", "RetryPolicy", "DeadLetterConfig");
    boolean enabled = !block.has("Enabled") || block.flag("Enabled");
    return rule(block.textOr("Name", name), block.need("Schedule"), enabled, block);
  }

  private static Triggers.Rule rule(String name, String expression, boolean enabled, Block block) {
    String zone = block.textOr("ScheduleExpressionTimezone", "UTC");
    try {
      ZoneId id = ZoneId.of(zone);
      return block.build(
          () -> new Triggers.Rule(name, expression, id, block.text("Input"), enabled));
    } catch (DateTimeException e) {
      throw TemplateException.at(block.path(), "the time zone " + zone + " does not exist");
    }
  }

  private static Triggers.AsyncInvoke async(Block function) {
    Optional<Block> config = function.block("EventInvokeConfig");
    if (config.isEmpty()) {
      return new Triggers.AsyncInvoke(
          LAMBDA_RETRIES, Duration.ofSeconds(LAMBDA_EVENT_AGE_SECONDS), Optional.empty());
    }
    Block block = config.get();
    Optional<String> destination = block.block("DestinationConfig").map(TriggerReader::onFailure);
    Triggers.AsyncInvoke async =
        block.build(
            () ->
                new Triggers.AsyncInvoke(
                    block.numberOr("MaximumRetryAttempts", LAMBDA_RETRIES),
                    block.seconds("MaximumEventAgeInSeconds", LAMBDA_EVENT_AGE_SECONDS),
                    destination));
    block.end();
    return async;
  }

  private static String onFailure(Block destinations) {
    Block failure = destinations.needBlock("OnFailure");
    String type = failure.textOr("Type", "SQS");
    if (!type.equals("SQS")) {
      throw TemplateException.at(
          failure.path(), "the destination type " + type + " is not understood");
    }
    String arn = failure.need("Destination");
    failure.end();
    destinations.end();
    return arn;
  }
}
