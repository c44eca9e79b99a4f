package dev.musubi.aws.queues;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Sends messages in batches and reads every entry's result: an entry that failed inside a call that
 * succeeded would else be lost in silence.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html">SendMessageBatch</a>
 */
final class Sending {

  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
  private static final int MOST_ENTRIES = 10;
  private static final int MOST_BYTES = 1_000_000;
  private static final int TRIES = 3;

  private final SqsClient sqs;

  Sending(SqsClient sqs) {
    this.sqs = sqs;
  }

  /** Throws if any message could not be queued. */
  void send(String queueUrl, List<Message> messages) {
    List<Message> batch = new ArrayList<>();
    int bytes = 0;
    for (Message message : messages) {
      int size = message.body().getBytes(StandardCharsets.UTF_8).length;
      if (batch.size() == MOST_ENTRIES || !batch.isEmpty() && bytes + size > MOST_BYTES) {
        batch(queueUrl, batch);
        batch = new ArrayList<>();
        bytes = 0;
      }
      batch.add(message);
      bytes += size;
    }
    if (!batch.isEmpty()) {
      batch(queueUrl, batch);
    }
  }

  /** An empty batch: SQS refuses it, and so it changes nothing. */
  void comeWithNothing(String queueUrl) {
    try {
      sqs.sendMessageBatch(r -> r.queueUrl(queueUrl).entries(List.of()));
    } catch (SqsException refused) {
      LOG.debug("A batch without messages was refused");
    }
  }

  private void batch(String queueUrl, List<Message> batch) {
    List<SendMessageBatchRequestEntry> left =
        IntStream.range(0, batch.size()).mapToObj(i -> entry(i, batch.get(i))).toList();
    List<BatchResultErrorEntry> failed = List.of();
    for (int tried = 0; tried < TRIES && !left.isEmpty(); tried++) {
      List<SendMessageBatchRequestEntry> entries = left;
      failed = sqs.sendMessageBatch(r -> r.queueUrl(queueUrl).entries(entries)).failed();
      Set<String> ids = failed.stream().map(BatchResultErrorEntry::id).collect(Collectors.toSet());
      left = entries.stream().filter(entry -> ids.contains(entry.id())).toList();
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException(
          "the queue did not take %d of %d messages: %s"
              .formatted(left.size(), batch.size(), failed.getFirst().code()));
    }
  }

  private static SendMessageBatchRequestEntry entry(int index, Message message) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(index))
        .messageBody(message.body())
        .messageGroupId(message.shop().handle())
        .build();
  }
}
