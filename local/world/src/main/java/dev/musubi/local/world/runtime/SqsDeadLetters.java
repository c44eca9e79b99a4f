package dev.musubi.local.world.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Sends events that failed for good to their SQS queue, as Lambda does: the event is the body. */
public final class SqsDeadLetters implements AsynchronousInvocations.DeadLetters {
  private final SqsClient sqs;

  /** Sends through {@code sqs}, a client with the world's own access key. */
  public SqsDeadLetters(SqsClient sqs) {
    this.sqs = sqs;
  }

  @Override
  public void send(String queueUrl, byte[] payload, String errorMessage) {
    var error =
        MessageAttributeValue.builder().dataType("String").stringValue(errorMessage).build();
    sqs.sendMessage(
        request ->
            request
                .queueUrl(queueUrl)
                .messageBody(new String(payload, StandardCharsets.UTF_8))
                .messageAttributes(Map.of("ErrorMessage", error)));
  }
}
