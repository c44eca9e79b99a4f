package dev.musubi.aws.queues;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/**
 * Says when received messages of the function's queues become visible again, at most 11 hours
 * ahead: the platform counts its 12 from the receive.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibilityBatch.html">ChangeMessageVisibilityBatch</a>
 */
public final class Visibility {

  private static final Logger LOG = LoggerFactory.getLogger(Visibility.class);
  private static final Duration LONGEST = Duration.ofHours(11);
  private static final int MOST_ENTRIES = 10;

  private final SqsClient sqs;
  private final List<String> queueUrls;

  public Visibility(SqsClient sqs, List<String> queueUrls) {
    this.sqs = sqs;
    this.queueUrls = List.copyOf(queueUrls);
  }

  /**
   * Sets the delays by receipt handle; a message for which that fails becomes visible when its time
   * is over, as if nothing had been said.
   */
  public void after(String queueArn, Map<String, Duration> delays) {
    String queueUrl = url(queueArn);
    List<Map.Entry<String, Duration>> all = new ArrayList<>(delays.entrySet());
    for (int from = 0; from < all.size(); from += MOST_ENTRIES) {
      change(queueUrl, all.subList(from, Math.min(from + MOST_ENTRIES, all.size())));
    }
  }

  private void change(String queueUrl, List<Map.Entry<String, Duration>> delays) {
    List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>();
    for (Map.Entry<String, Duration> delay : delays) {
      entries.add(
          ChangeMessageVisibilityBatchRequestEntry.builder()
              .id(Integer.toString(entries.size()))
              .receiptHandle(delay.getKey())
              .visibilityTimeout((int) seconds(delay.getValue()))
              .build());
    }
    List<BatchResultErrorEntry> failed =
        sqs.changeMessageVisibilityBatch(r -> r.queueUrl(queueUrl).entries(entries)).failed();
    if (!failed.isEmpty()) {
      LOG.warn(
          "the visibility of {} messages could not be set: {}",
          failed.size(),
          failed.getFirst().code());
    }
  }

  private static long seconds(Duration delay) {
    Duration bounded = delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    return Math.max(0, bounded.plusMillis(999).toSeconds());
  }

  private String url(String arn) {
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    return queueUrls.stream()
        .filter(url -> url.endsWith("/" + name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("this function is not set up for the queue " + name));
  }
}
