package dev.musubi.isolation;

import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.aws.queues.RawCodec;
import dev.musubi.aws.queues.RawShopify;
import dev.musubi.inboundshopify.InboundShopifyDoor;
import dev.musubi.shopifywebhook.ShopifyWebhookDoor;
import dev.musubi.testkit.functions.HttpCall;
import dev.musubi.testkit.functions.Messages;
import dev.musubi.testkit.functions.Signed;
import dev.musubi.testkit.memory.MemorySender.Arrived;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An ERP writes its whole stock: who waits for something else waits for none of it. */
class StockBurstTest extends HanasCarts {

  private static final int COUNTS = 50_000;
  private static final int A_BATCH = 100;
  private static final int ENVIRONMENTS = 2;
  private static final Duration A_SLOW_BATCH = Duration.ofSeconds(2);
  private static final String STOCK_QUEUE = "arn:aws:sqs:ap-northeast-1:123456789012:stock";

  @Test
  void fifty_thousand_counts_delay_neither_a_cart_reminder_nor_a_reply() {
    Instant due = TEN.plus(Duration.ofHours(1));
    used(TEN);
    walkTo(due.minusSeconds(60));
    burst();
    assertThat(walk.news.shopify()).isEmpty();
    List<RawShopify> counts = walk.news.takeShopify();
    assertThat(counts).hasSize(COUNTS);

    for (int from = 0; from < COUNTS; from += A_BATCH) {
      work(counts.subList(from, from + A_BATCH));
      if (from / A_BATCH % ENVIRONMENTS == ENVIRONMENTS - 1) {
        walkTo(walk.stores.clock().instant().plus(A_SLOW_BATCH));
      }
      if (from == COUNTS / 2) {
        replied();
      }
    }

    assertThat(walk.stores.clock().instant()).isAfter(due.plus(Duration.ofMinutes(5)));
    assertThat(arrived()).extracting(Arrived::at).containsExactly(due);
  }

  private void replied() {
    int before = walk.stores.sender().replies().size();
    Instant asked = walk.stores.clock().instant();
    walk.line(
        HANAMICHI, "message", ",\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\"配信設定\"}");
    assertThat(walk.stores.sender().replies()).hasSize(before + 1);
    assertThat(walk.stores.sender().replies().getLast().at()).isEqualTo(asked);
  }

  private void burst() {
    for (int count = 0; count < COUNTS; count++) {
      String body =
          """
          {"inventory_item_id":%d,"location_id":1,"available":%d,"updated_at":"%s"}"""
              .formatted(1 + count % 5_000, count % 90, walk.stores.clock().instant());
      HttpCall call =
          HttpCall.to("POST /shopify/{shop}")
              .shop(KYOTO.id().handle())
              .header("x-shopify-shop-domain", KYOTO.id().domain())
              .header("x-shopify-topic", "inventory_levels/update")
              .header("x-shopify-webhook-id", "count-" + count)
              .header("x-shopify-triggered-at", walk.stores.clock().instant().toString())
              .header("x-shopify-hmac-sha256", Signed.body(body, KYOTO.clientSecret()))
              .body(body);
      int status = ShopifyWebhookDoor.over(walk.ports).apply(call.event()).getStatusCode();
      assertThat(status).isEqualTo(200);
    }
  }

  private void work(List<RawShopify> counts) {
    SQSEvent event = Messages.of(counts.stream().map(new RawCodec()::write).toList());
    event.getRecords().forEach(message -> message.setEventSourceArn(STOCK_QUEUE));
    assertThat(Messages.failed(InboundShopifyDoor.over(walk.ports).apply(event))).isEmpty();
  }
}
