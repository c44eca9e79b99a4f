package dev.musubi.aws.queues;

import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Verified webhooks on their way to the function that reads them; a webhook may be answered with
 * 200 once its method has returned.
 */
public final class SqsInbox {

  /**
   * What a queue takes, with room for the attributes that a message carries besides.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html">Message
   *     quotas</a>
   */
  static final int MOST_BYTES = 1024 * 1024 - 1024;

  private final Sending sending;
  private final String queueUrl;
  private final RawCodec codec = new RawCodec();

  public SqsInbox(SqsClient sqs, String queueUrl) {
    this.sending = new Sending(sqs);
    this.queueUrl = queueUrl;
  }

  /** Throws if any event could not be queued: the sender then delivers all of them again. */
  public void line(List<RawLine> events) {
    sending.send(
        queueUrl,
        events.stream().map(event -> new Message(event.shop(), codec.write(event))).toList());
  }

  /** A webhook that the queue would not take goes without what nobody reads. */
  public void shopify(RawShopify webhook) {
    String message = codec.write(webhook);
    if (!fits(message)) {
      message =
          Shortened.forms(webhook.body())
              .map(body -> codec.write(webhook.with(body)))
              .filter(SqsInbox::fits)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("a webhook fits in no form"));
    }
    sending.send(queueUrl, List.of(new Message(webhook.shop(), message)));
  }

  /** Does all that queueing needs, and then comes to the queue with nothing. */
  public void rehearse(RawLine event) {
    codec.write(event);
    sending.comeWithNothing(queueUrl);
  }

  /** Does all that queueing needs, and then comes to the queue with nothing. */
  public void rehearse(RawShopify webhook) {
    fits(codec.write(webhook));
    sending.comeWithNothing(queueUrl);
  }

  private static boolean fits(String message) {
    return message.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
  }
}
