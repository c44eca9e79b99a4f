package dev.musubi.local.stack;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What starts a function, and what becomes of asynchronous invocations that fail. */
public record Triggers(
    List<Route> routes, List<QueueSource> queues, List<Rule> rules, AsyncInvoke async) {

  /** Copies the lists. */
  public Triggers {
    routes = List.copyOf(routes);
    queues = List.copyOf(queues);
    rules = List.copyOf(rules);
  }

  /** A route of the HTTP API; {@code method} is in capitals, {@code ANY} for all. */
  public record Route(String method, String path) {

    /** Refuses a path that does not start at the root. */
    public Route {
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("'Path' must start with /");
      }
    }

    /** The key that throttles are set by, for example {@code POST /line/{shop}}. */
    public String key() {
      return method + " " + path;
    }
  }

  /**
   * A queue that Lambda polls for the function. See <a
   * href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html">the
   * limits</a>.
   */
  public record QueueSource(
      String queueArn,
      int batchSize,
      Duration window,
      boolean reportsBatchItemFailures,
      OptionalInt maximumConcurrency) {

    /** Holds the limits of a standard queue's event source. */
    public QueueSource {
      if (batchSize < 1 || batchSize > 10_000) {
        throw new IllegalArgumentException("'BatchSize' must be between 1 and 10000");
      }
      if (window.isNegative() || window.compareTo(Duration.ofSeconds(300)) > 0) {
        throw new IllegalArgumentException(
            "'MaximumBatchingWindowInSeconds' must be between 0 and 300");
      }
      if (batchSize > 10 && window.compareTo(Duration.ofSeconds(1)) < 0) {
        throw new IllegalArgumentException(
            "'MaximumBatchingWindowInSeconds' must be at least 1 when 'BatchSize' is over 10");
      }
      if (maximumConcurrency.isPresent()
          && (maximumConcurrency.getAsInt() < 2 || maximumConcurrency.getAsInt() > 1000)) {
        throw new IllegalArgumentException("'MaximumConcurrency' must be between 2 and 1000");
      }
    }
  }

  /** A cron or rate that invokes the function, {@code input} being its event where set. */
  public record Rule(
      String name, String expression, ZoneId zone, Optional<String> input, boolean enabled) {

    /** Refuses what is neither cron nor rate. */
    public Rule {
      if (!expression.matches("(cron|rate)\\(.+\\)")) {
        throw new IllegalArgumentException("'expression' must be cron(…) or rate(…)");
      }
    }
  }

  /** Retries of a failed asynchronous invocation, and where it goes after the last. */
  public record AsyncInvoke(
      int maximumRetries, Duration maximumAge, Optional<String> onFailureArn) {

    /** Holds the limits of Lambda: 0 to 2 retries, 60 s to 6 h. */
    public AsyncInvoke {
      if (maximumRetries < 0 || maximumRetries > 2) {
        throw new IllegalArgumentException("'MaximumRetryAttempts' must be between 0 and 2");
      }
      if (maximumAge.compareTo(Duration.ofSeconds(60)) < 0
          || maximumAge.compareTo(Duration.ofHours(6)) > 0) {
        throw new IllegalArgumentException(
            "'MaximumEventAgeInSeconds' must be between 60 and 21600");
      }
    }
  }
}
