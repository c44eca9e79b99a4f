package dev.musubi.aws.queues;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The rules of the inbox on LocalStack, which refuses what is too large for SQS, too. */
@EnabledIfEnvironmentVariable(
    named = "MUSUBI_LOCALSTACK",
    matches = "http.+",
    disabledReason = "LocalStack is not running: .ci/check-localstack runs this against one")
class LocalStackInboxTest extends SqsInboxTest {

  @Override
  LocalQueues open() {
    return LocalQueues.localStack();
  }
}
