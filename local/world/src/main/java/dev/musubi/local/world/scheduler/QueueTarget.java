package dev.musubi.local.world.scheduler;

import java.time.Duration;
import java.util.Optional;

/** Where schedules deliver to: SQS, called with the rights of the schedule's role. */
@FunctionalInterface
public interface QueueTarget {

  /** Hands one message to a queue. */
  Delivery deliver(Message message);

  /** What is to be sent, and to which queue. */
  record Message(String queueArn, String body, Optional<String> groupId, Duration delay) {}

  /** What became of it. */
  sealed interface Delivery {
    /** The queue has it. */
    record Accepted() implements Delivery {}

    /** The queue did not answer or was throttled; another attempt may succeed. */
    record Unavailable(String why) implements Delivery {}

    /** It can never succeed, for example because there is no such queue. */
    record Refused(String why) implements Delivery {}
  }
}
