package dev.musubi.local.world.mapping;

import java.time.Duration;

/**
 * One <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html">SQS event
 * source mapping</a>: which queue's messages go to which function, and how.
 *
 * @param visibility the queue's visibility timeout
 * @param batchSize 1 to 10,000, above 10 only with a window
 * @param window 0 to 300 s
 * @param maxConcurrency how many batches may be at the function at once, at least 1
 * @param reportsFailures whether the function's {@code batchItemFailures} are heeded
 */
public record SourceMapping(
    String queueUrl,
    String queueArn,
    Duration visibility,
    String function,
    int batchSize,
    Duration window,
    int maxConcurrency,
    boolean reportsFailures) {
  /** As many as a function has environments here. */
  private static final int MOST_AT_ONCE = 2;

  public SourceMapping {
    if (batchSize < 1 || batchSize > 10_000) {
      throw new IllegalArgumentException("'batchSize' must be 1 to 10000");
    }
    if (window.isNegative() || window.toSeconds() > 300) {
      throw new IllegalArgumentException("'window' must be 0 to 300 s");
    }
    if (batchSize > 10 && window.toSeconds() < 1) {
      throw new IllegalArgumentException("'batchSize' above 10 needs a 'window' of 1 s or more");
    }
    if (maxConcurrency < 1) {
      throw new IllegalArgumentException("'maxConcurrency' must be at least 1");
    }
    if (visibility.isNegative()) {
      throw new IllegalArgumentException("'visibility' must not be negative");
    }
  }

  String queueName() {
    return Queues.name(queueUrl);
  }

  String region() {
    return queueArn.split(":")[3];
  }

  int atOnce() {
    return Math.min(MOST_AT_ONCE, maxConcurrency);
  }
}
