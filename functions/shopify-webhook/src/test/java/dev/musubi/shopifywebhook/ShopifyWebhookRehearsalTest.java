package dev.musubi.shopifywebhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.aws.queues.SqsInbox;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.lambda.Rehearsal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

class ShopifyWebhookRehearsalTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  private final List<ShopId> asked = new ArrayList<>();
  private final Queue queue = new Queue();

  @Test
  void it_asks_for_nobodys_secrets_and_comes_to_the_queue_with_nothing() {
    ShopifyWebhookEndpoint endpoint =
        new ShopifyWebhookEndpoint(
            this::unknown,
            ShopifyWebhookRehearsalTest::never,
            ShopifyWebhookRehearsalTest::never,
            CLOCK);

    new ShopifyWebhookRehearsal(endpoint, new SqsInbox(queue, "https://queue"), CLOCK).run();

    assertThat(asked).containsExactly(new ShopId(Rehearsal.NOBODY));
    assertThat(queue.batches)
        .singleElement()
        .satisfies(batch -> assertThat(batch.entries()).isEmpty());
  }

  private ShopSecrets.Lookup unknown(ShopId shop) {
    asked.add(shop);
    return new ShopSecrets.Lookup.Unknown();
  }

  private static <T> void never(T queued) {
    throw new AssertionError("nothing may be queued");
  }

  /** Refuses an empty batch as SQS does. */
  private static final class Queue implements SqsClient {
    private final List<SendMessageBatchRequest> batches = new ArrayList<>();

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest batch) {
      batches.add(batch);
      throw SqsException.builder().message("EmptyBatchRequest").build();
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
