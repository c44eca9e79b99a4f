package dev.musubi.aws.parameters;

import java.time.Duration;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * SSM as functions call it: a try that hangs is given up after 1 s, a call after 4 s, for a
 * webhook's sender waits.
 */
public final class Ssm {

  private Ssm() {}

  public static SsmClient connect() {
    return SsmClient.builder()
        .overrideConfiguration(
            c ->
                c.apiCallAttemptTimeout(Duration.ofSeconds(1))
                    .apiCallTimeout(Duration.ofSeconds(4)))
        .build();
  }
}
