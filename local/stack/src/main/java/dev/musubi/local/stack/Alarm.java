package dev.musubi.local.stack;

import java.util.Map;
import java.util.Optional;

/** A CloudWatch alarm on one metric; {@code metric} is empty for an alarm on a calculation. */
public record Alarm(Named named, Optional<Metric> metric) implements Resource {

  /** The metric an alarm watches, for example {@code AWS/SQS} and the queue's name. */
  public record Metric(String namespace, String name, Map<String, String> dimensions) {}
}
