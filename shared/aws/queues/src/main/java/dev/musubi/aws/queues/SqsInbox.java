package dev.musubi.aws.queues;

import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Verified webhooks on their way to the function that reads them; a webhook may be answered with
 * 200 once its method has returned.
 */
public final class SqsInbox {

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

  public void shopify(RawShopify webhook) {
    sending.send(queueUrl, List.of(new Message(webhook.shop(), codec.write(webhook))));
  }
}
