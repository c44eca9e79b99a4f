package dev.musubi.aws.queues;

import java.time.Duration;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/**
 * EventBridge Scheduler as functions call it: a try that hangs is given up after 2 s, a call after
 * 8 s.
 */
public final class Scheduler {

  private Scheduler() {}

  public static SchedulerClient connect() {
    return SchedulerClient.builder()
        .overrideConfiguration(
            c ->
                c.apiCallAttemptTimeout(Duration.ofSeconds(2))
                    .apiCallTimeout(Duration.ofSeconds(8)))
        .build();
  }
}
