package dev.musubi.local.world.mapping;

import java.time.Duration;

/**
 * Hears what happened to queues, from whoever forwards the calls to them, after the call has
 * succeeded and before its caller has the answer. Queues without a mapping are not of interest.
 */
public interface QueueEvents {
  /** A message was sent that can be received after {@code delay}, at once for zero. */
  void sent(String queueUrl, Duration delay);

  /** A received message can be received again after {@code timeout}, at once for zero. */
  void visibilityChanged(String queueUrl, String receiptHandle, Duration timeout);

  /** A received message was deleted. */
  void deleted(String queueUrl, String receiptHandle);
}
