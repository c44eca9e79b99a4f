package dev.musubi.aws.queues;

import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** SQS as functions call it: a try that hangs is given up after 2 s, a call after 8 s. */
public final class Sqs {

  private Sqs() {}

  public static SqsClient connect() {
    return SqsClient.builder()
        .overrideConfiguration(
            c ->
                c.apiCallAttemptTimeout(Duration.ofSeconds(2))
                    .apiCallTimeout(Duration.ofSeconds(8)))
        .build();
  }
}
