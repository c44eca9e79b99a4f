package dev.musubi.local.world.cloud;

import dev.musubi.local.world.mapping.QueueEvents;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Passes on what happens to queues, to those who poll them once they are there: queues exist before
 * their pollers, which look into every queue when they begin.
 */
final class QueueNews implements QueueEvents {
  private final AtomicReference<QueueEvents> listener = new AtomicReference<>(QueueEvents.NOBODY);

  void goTo(QueueEvents pollers) {
    listener.set(pollers);
  }

  @Override
  public void sent(String queueUrl, Duration delay) {
    listener.get().sent(queueUrl, delay);
  }

  @Override
  public void visibilityChanged(String queueUrl, String receiptHandle, Duration timeout) {
    listener.get().visibilityChanged(queueUrl, receiptHandle, timeout);
  }

  @Override
  public void deleted(String queueUrl, String receiptHandle) {
    listener.get().deleted(queueUrl, receiptHandle);
  }
}
