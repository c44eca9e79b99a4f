package dev.musubi.local.world.mapping;

import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The queue of a mapping, which notes when what was received comes back unless it is deleted. */
final class SourceQueue {
  private static final Logger LOG = LoggerFactory.getLogger(SourceQueue.class);

  /** SQS takes and gives no more at once. */
  private static final int MOST = 10;

  private final SourceMapping mapping;
  private final SqsClient sqs;
  private final InstantSource clock;
  private final Unseen unseen;

  SourceQueue(SourceMapping mapping, SqsClient sqs, InstantSource clock, Unseen unseen) {
    this.mapping = mapping;
    this.sqs = sqs;
    this.clock = clock;
    this.unseen = unseen;
  }

  /**
   * Receives what can be received now, at most {@code most} or ten messages.
   *
   * @throws SdkException if the queue does not answer
   */
  List<Message> receive(int most) {
    var messages =
        sqs.receiveMessage(
                request ->
                    request
                        .queueUrl(mapping.queueUrl())
                        .maxNumberOfMessages(Math.min(MOST, most))
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
            .messages();
    var back = clock.instant().plus(mapping.visibility());
    messages.forEach(message -> unseen.received(message.receiptHandle(), back));
    return messages;
  }

  /**
   * Deletes what is done; a message that cannot be deleted comes back.
   *
   * @throws SdkException if the queue does not answer
   */
  void delete(List<Message> done) {
    for (var from = 0; from < done.size(); from += MOST) {
      deleteAtOnce(done.subList(from, Math.min(done.size(), from + MOST)));
    }
  }

  private void deleteAtOnce(List<Message> done) {
    var entries =
        done.stream()
            .map(
                message ->
                    DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
            .toList();
    var answer =
        sqs.deleteMessageBatch(request -> request.queueUrl(mapping.queueUrl()).entries(entries));
    var kept = answer.failed().stream().map(BatchResultErrorEntry::id).toList();
    if (!kept.isEmpty()) {
      LOG.warn("Queue {} kept {} messages that are done", mapping.queueName(), kept.size());
    }
    done.stream()
        .filter(message -> !kept.contains(message.messageId()))
        .forEach(message -> unseen.seen(message.receiptHandle()));
  }
}
