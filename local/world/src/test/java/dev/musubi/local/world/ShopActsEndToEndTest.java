package dev.musubi.local.world;

import static dev.musubi.local.world.Stranger.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What happens in a shop reaches the built functions, and they take all of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopActsEndToEndTest {
  private Stranger world;

  @BeforeAll
  void start() {
    world = Stranger.in("2026-03-02T10:00:00+09:00");
    world.idle();
  }

  @AfterAll
  void end() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void every_act_of_a_shop_is_taken_by_the_product() {
    String tea = "\"product\":\"sencha-asagiri\"";
    act("hana", "cart", tea);
    act("hana", "buy", "\"payment\":\"bank-transfer\"");
    act("hana", "pay", "");
    act("hana", "ship", "\"company\":\"sagawa\",\"number\":\"400122\"");
    act("hana", "parcel", "\"status\":\"delivered\"");
    act("hana", "refund", "");
    act("taro", "buy", tea + ",\"source\":\"pos\",\"test\":true,\"quantity\":39");
    act("taro", "stock", tea + ",\"to\":3,\"location\":\"store\"");
    act("taro", "cancel", "\"order\":\"#1002\"");
    act("taro", "price", tea + ",\"to\":1500");
    act("taro", "tag", "\"tag\":\"vip\"");
    act("taro", "untag", "\"tag\":\"vip\"");
    act("taro", "export", "");
    act("hana", "merge", "\"with\":\"taro\",\"deletionFirst\":true");
    act("taro", "cart", tea);
    act("ken", "delete-customer", "");
    world.idle();
    assertThat(world.row("functions", "name", "inbound-shopify").path("errors").asInt()).isZero();
  }

  @Test
  void webhooks_come_as_disorderly_as_asked_for_and_are_taken() {
    world.post("/local/shopify", "{\"shop\":\"%s\",\"duplicates\":2}".formatted(SHOP));
    act("yuki", "tag", "\"tag\":\"vip\"");
    String late = "{\"shop\":\"%s\",\"duplicates\":0,\"late\":\"PT2H\"}".formatted(SHOP);
    assertThat(Stranger.must(world.post("/local/shopify", late)).path("late").asText())
        .isEqualTo("PT2H");
    act("yuki", "untag", "\"tag\":\"vip\"");
    assertThat(world.walkBy("PT2H").path("fired").toString()).contains("Shopify");
    assertThat(world.post("/local/shopify", late.replace("PT2H", "P2D")).status()).isEqualTo(400);
    world.post("/local/faults", "{\"clear\":true}");
    assertThat(world.get("/local/shopify?shop=" + SHOP).json().path("late").asText())
        .isEqualTo("PT0S");
  }

  @Test
  void an_act_that_makes_no_sense_is_refused_with_a_sentence() {
    refused(409, "yuki", "pay", "", "no order waits for payment.");
    refused(409, "yuki", "redact-shop", "", "the app is installed");
    refused(404, "yuki", "buy", "\"product\":\"sencha-asagiri\",\"payment\":\"gold\"", "bank");
    refused(404, "yuki", "merge", "\"with\":\"jiro\"", "hana");
    refused(400, "yuki", "parcel", "", "Give 'number', 'company' or 'status'");
  }

  private void act(String person, String act, String fields) {
    assertThat(world.act(SHOP, person, act, fields).path("webhooks")).isNotEmpty();
  }

  private void refused(int status, String person, String act, String fields, String sentence) {
    Stranger.Answer answer =
        world.post(
            "/local/acts",
            "{\"shop\":\"%s\",\"person\":\"%s\",\"act\":\"%s\"%s}"
                .formatted(SHOP, person, act, fields.isEmpty() ? "" : "," + fields));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.error()).contains(sentence);
  }
}
