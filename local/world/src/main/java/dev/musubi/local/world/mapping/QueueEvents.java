package dev.musubi.local.world.mapping;

import java.time.Duration;

/**
 * Hears what happened to queues, from whoever forwards the calls to them, after the call has
 * succeeded and before its caller has the answer. Queues without a mapping are not of interest.
 */
public interface QueueEvents {
  /** For queues that nobody polls. */
  QueueEvents NOBODY =
      new QueueEvents() {
        @Override
        public void sent(String queueUrl, Duration delay) {}

        @Override
        public void visibilityChanged(String queueUrl, String receiptHandle, Duration timeout) {}

        @Override
        public void deleted(String queueUrl, String receiptHandle) {}
      };

  /** A message was sent that can be received after {@code delay}, at once for zero. */
  void sent(String queueUrl, Duration delay);

  /** A received message can be received again after {@code timeout}, at once for zero. */
  void visibilityChanged(String queueUrl, String receiptHandle, Duration timeout);

  /** A received message was deleted. */
  void deleted(String queueUrl, String receiptHandle);
}
