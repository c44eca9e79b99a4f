package dev.musubi.aws.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class SqsInboxTest {

  private static final ShopId SHOP = new ShopId("kyoto-tea");
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  @Test
  void every_verified_webhook_is_on_its_queue_when_the_call_returns() {
    RawCodec codec = new RawCodec();
    try (LocalQueues local = new LocalQueues()) {
      String line = local.create("inbound-line");
      String shopify = local.create("inbound-shopify");
      List<RawLine> events =
          IntStream.range(0, 12)
              .mapToObj(i -> new RawLine(SHOP, NOW, "{\"n\":" + i + "}"))
              .toList();
      new SqsInbox(local.client(), line).line(events);
      RawShopify webhook = new RawShopify(SHOP, "products/update", "id", NOW, NOW, "{\"id\":1}");
      new SqsInbox(local.client(), shopify).shopify(webhook);
      List<RawLine> arrived = new ArrayList<>();
      for (List<Message> some = local.receive(line); !some.isEmpty(); some = local.receive(line)) {
        some.forEach(message -> arrived.add(codec.line(message.body())));
      }
      assertThat(arrived).containsExactlyInAnyOrderElementsOf(events);
      assertThat(local.receive(shopify))
          .singleElement()
          .satisfies(m -> assertThat(codec.shopify(m.body())).isEqualTo(webhook));
    }
  }
}
