package dev.musubi.local.world.scheduler;

import java.time.Duration;
import java.util.Optional;

/** What a schedule calls, as which role, and what happens when that fails. */
record Target(
    String arn,
    String roleArn,
    String input,
    Optional<String> groupId,
    Retry retry,
    Optional<String> deadLetterArn) {

  /** The universal target of SQS's SendMessage, whose input is that call's own parameters. */
  static final String UNIVERSAL_SEND = "arn:aws:scheduler:::aws-sdk:sqs:sendMessage";

  /** How often and how long a failed delivery is tried again. */
  record Retry(int attempts, Duration age) {
    Retry {
      if (attempts < 0 || attempts > 185) {
        throw ScheduleRefused.validation("'MaximumRetryAttempts' must be between 0 and 185");
      }
      if (age.toSeconds() < 60 || age.toSeconds() > 86_400) {
        throw ScheduleRefused.validation("'MaximumEventAgeInSeconds' must be between 60 and 86400");
      }
    }
  }
}
