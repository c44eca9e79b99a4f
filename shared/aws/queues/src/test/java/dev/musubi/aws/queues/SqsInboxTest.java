package dev.musubi.aws.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class SqsInboxTest {

  private static final ShopId SHOP = new ShopId("kyoto-tea");
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  LocalQueues open() {
    return LocalQueues.elasticMq();
  }

  @Test
  void every_verified_webhook_is_on_its_queue_when_the_call_returns() {
    RawCodec codec = new RawCodec();
    try (LocalQueues local = open()) {
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

  @Test
  void a_body_that_the_queue_would_not_take_goes_without_what_nobody_reads() {
    String note = noise(2_000_000);
    String body =
        "{\"id\":5,\"updated_at\":\"2026-11-21T09:00:00Z\",\"note\":\"%s\",\"line_items\":[{\"id\":1,\"properties\":[{\"value\":\"%s\"}],\"price\":\"1.10\"}]}"
            .formatted(note, note);

    assertThat(arrivedAs(body))
        .isEqualTo(
            "{\"id\":5,\"updated_at\":\"2026-11-21T09:00:00Z\",\"note\":null,\"line_items\":[{\"id\":1,\"properties\":[{\"value\":null}],\"price\":\"1.10\"}]}");
  }

  @Test
  void what_is_too_large_in_every_part_arrives_by_its_outermost_values_alone() {
    String lines =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "{\"k\":\"" + noise(100) + i + "\"}")
            .collect(Collectors.joining(","));

    assertThat(arrivedAs("{\"id\":5,\"note\":\"hush\",\"line_items\":[" + lines + "]}"))
        .isEqualTo("{\"id\":5,\"note\":\"hush\"}");
    assertThat(arrivedAs("[\"" + noise(2_000_000) + "\"]")).isEqualTo("{}");
  }

  @Test
  void a_large_body_that_fits_once_it_is_compressed_arrives_whole() {
    String body = "{\"body_html\":\"" + "結び".repeat(1_000_000) + "\"}";

    assertThat(arrivedAs(body)).isEqualTo(body);
  }

  /**
   * A shopper's note can hold each of them; a webhook that is never taken ends its subscription.
   */
  @Test
  void characters_that_sqs_takes_in_no_message_arrive_all_the_same() {
    String body = "{\"note\":\"\\u0001 \uFFFE \uFFFF \uD800 \uDC00\uD83C \uD83C\uDF75 結び\"}";

    assertThat(arrivedAs(body)).isEqualTo(body);
  }

  private static final Random DICE = new Random(7);

  private String arrivedAs(String body) {
    try (LocalQueues local = open()) {
      String shopify = local.create("inbound-shopify");
      new SqsInbox(local.client(), shopify)
          .shopify(new RawShopify(SHOP, "orders/create", "id", NOW, NOW, body));
      return new RawCodec().shopify(local.receive(shopify).getFirst().body()).body();
    }
  }

  /** Text that can not be compressed to less than three quarters. */
  private static String noise(int length) {
    byte[] bytes = new byte[length * 3 / 4];
    DICE.nextBytes(bytes);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
