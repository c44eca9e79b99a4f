package dev.musubi.local.world;

import static dev.musubi.local.world.Stranger.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Orders and parcels on the built functions; the tests follow one another in one world's time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OrderEndToEndTest {
  private Stranger world;

  @BeforeAll
  void start() {
    world = Stranger.in("2026-03-02T11:00:00+09:00");
    Stranger.must(settings("\"ORDER\":{\"enabled\":true},\"SHIPPING\":{\"enabled\":true}"));
    world.idle();
  }

  @AfterAll
  void end() {
    if (world != null) {
      world.close();
    }
  }

  private Stranger.Answer settings(String kinds) {
    return world.post("/local/settings", "{\"shop\":\"" + SHOP + "\",\"kinds\":{" + kinds + "}}");
  }

  @Test
  @Order(1)
  void a_bank_transfer_is_received_pending_and_thanked_for_when_the_money_comes() {
    buy("yuki", "\"payment\":\"bank-transfer\"");
    assertThat(texts("yuki")).singleElement().asString().contains("ご注文を受け付けました", "お支払いをお待ちしています");

    world.act(SHOP, "yuki", "pay", "");
    world.idle();
    assertThat(texts("yuki")).hasSize(2);
    assertThat(texts("yuki").getLast()).contains("ご入金を確認しました");
  }

  @Test
  @Order(2)
  void what_is_paid_by_card_at_once_is_told_once() {
    buy("yuki", "");
    assertThat(texts("yuki")).hasSize(3);
    assertThat(texts("yuki").getLast()).contains("ご注文を受け付けました").doesNotContain("お待ちしています");
  }

  @Test
  @Order(3)
  void parcels_are_told_one_by_one_with_number_and_the_carriers_page() {
    world.act(SHOP, "yuki", "buy", "\"product\":\"sencha-asagiri\",\"quantity\":3");
    world.idle();
    world.act(
        SHOP, "yuki", "ship", "\"quantity\":1,\"company\":\"佐川急便\",\"number\":\"1234-5678-9012\"");
    world.idle();
    assertThat(texts("yuki").getLast())
        .contains("商品の一部(1点)を発送しました", "1234-5678-9012", "k2k.sagawa-exp.co.jp", "123456789012");

    world.act(SHOP, "yuki", "ship", "");
    world.idle();
    assertThat(texts("yuki").getLast()).contains("残りの商品を発送しました", "ヤマト運輸", "kuronekoyamato.co.jp");
    assertThat(kinds("yuki")).filteredOn("SHIPPING"::equals).hasSize(2);
  }

  @Test
  @Order(4)
  void an_order_that_is_older_than_the_link_has_its_parcel_told() {
    world.act(SHOP, "hana", "buy", "\"product\":\"sencha-asagiri\"");
    world.idle();
    assertThat(world.pushes(SHOP, "hana")).isEmpty();
    assertThat(world.outcomes(SHOP, "hana"))
        .singleElement()
        .satisfies(row -> assertThat(row.path("reason").asText()).startsWith("eligible: "));

    world.act(SHOP, "hana", "link", "");
    world.idle();
    world.act(SHOP, "hana", "ship", "");
    world.idle();
    assertThat(kinds("hana")).containsExactly("SHIPPING");
  }

  @Test
  @Order(5)
  void at_night_a_notice_waits_for_the_morning_and_one_that_is_over_by_then_is_not_sent() {
    int before = texts("yuki").size();
    world.walkTo("2026-03-02T22:30:00+09:00");
    buy("yuki", "");
    buy("hana", "");
    assertThat(texts("yuki")).hasSize(before);
    world.act(SHOP, "hana", "cancel", "");
    world.walkTo("2026-03-03T07:15:00+09:00");
    world.idle();

    assertThat(texts("yuki")).hasSize(before + 1);
    assertThat(texts("hana").getLast()).contains("ご注文をキャンセルしました");
    assertThat(world.outcomes(SHOP, "hana"))
        .anySatisfy(row -> assertThat(row.path("reason").asText()).contains("was cancelled"));
  }

  @Test
  @Order(6)
  void a_webhook_that_shopify_ended_is_healed_in_the_morning_and_what_it_missed_is_told() {
    world.walkTo("2026-03-03T10:30:00+09:00");
    world.idle();
    ShopAdmin admin = new ShopAdmin(world, SHOP);
    assertThat(admin.topics()).contains("ORDERS_CREATE", "FULFILLMENTS_CREATE");
    int before = texts("yuki").size();
    for (String topic : List.of("ORDERS_CREATE", "ORDERS_PAID", "ORDERS_UPDATED")) {
      admin.end(topic);
    }
    buy("yuki", "");
    assertThat(texts("yuki")).hasSize(before);

    world.walkTo("2026-03-04T10:00:00+09:00");
    world.idle();
    assertThat(admin.topics()).contains("ORDERS_CREATE", "ORDERS_PAID", "ORDERS_UPDATED");
    assertThat(texts("yuki")).hasSize(before + 1);
    assertThat(texts("yuki").getLast()).contains("ご注文を受け付けました");

    world.walkTo("2026-03-05T10:15:00+09:00");
    world.idle();
    assertThat(texts("yuki")).as("what is known is not told again").hasSize(before + 1);
  }

  @Test
  @Order(7)
  void tills_and_tests_tell_nothing_and_a_refund_is_told_once() {
    int before = texts("yuki").size();
    buy("yuki", "\"source\":\"pos\"");
    buy("yuki", "\"test\":true");
    assertThat(texts("yuki")).hasSize(before);

    buy("yuki", "\"quantity\":2");
    world.act(SHOP, "yuki", "refund", "\"quantity\":1");
    world.idle();
    assertThat(texts("yuki")).hasSize(before + 2);
    assertThat(texts("yuki").getLast()).contains("一部を返金しました");
  }

  @Test
  @Order(8)
  void who_is_not_linked_is_told_by_phone_once_and_it_counts_when_line_says_so() {
    Stranger.must(
        settings(
            """
            "SHIPPING":{"byPhone":{"template":"shipment_completed_ja",\
            "items":{"number_001_ja":"{tracking}"},\
            "buttons":{"check_delivery_status_ja":"{link}"}}}"""));
    buy("taro", "");
    world.act(SHOP, "taro", "ship", "\"number\":\"9876-5432-1098\"");
    world.idle();

    assertThat(world.pushes(SHOP, "taro")).isEmpty();
    assertThat(notices())
        .as("what became of it: %s", world.outcomes(SHOP, "taro"))
        .singleElement()
        .satisfies(notice -> assertThat(notice.toString()).contains("9876-5432-1098"));
    assertThat(world.outcomes(SHOP, "taro"))
        .filteredOn(row -> row.path("kind").asText().equals("SHIPPING"))
        .singleElement()
        .satisfies(row -> assertThat(row.path("outcome").asText()).isEqualTo("SENT"));

    world.act(SHOP, "taro", "link", "");
    world.idle();
    assertThat(world.pushes(SHOP, "taro")).as("never both ways").isEmpty();
  }

  @Test
  @Order(9)
  void each_kinds_counts_of_a_day_are_those_of_its_outcomes() {
    JsonNode counts = Stranger.must(world.get("/local/counts?shop=" + SHOP + "&day=2026-03-05"));
    assertThat(counts.at("/SHIPPING/intents").asInt()).isEqualTo(1);
    assertThat(counts.at("/SHIPPING/sent").asInt()).isEqualTo(1);
    JsonNode orders = counts.path("ORDER");
    assertThat(orders.path("skipped").path("eligible").asInt()).as("taro's").isEqualTo(1);
    assertThat(orders.path("intents").asInt())
        .isEqualTo(
            orders.path("sent").asInt()
                + orders.path("skipped").valueStream().mapToInt(JsonNode::asInt).sum());
    assertThat(world.get("/local/counts?shop=" + SHOP + "&day=someday").status()).isEqualTo(400);
  }

  private List<JsonNode> notices() {
    return Stranger.must(world.get("/local/messages?shop=" + SHOP + "&person=taro"))
        .valueStream()
        .filter(message -> message.path("api").asText().startsWith("pnp"))
        .toList();
  }

  private void buy(String person, String more) {
    String product = "\"product\":\"sencha-asagiri\"";
    world.act(SHOP, person, "buy", more.isEmpty() ? product : product + "," + more);
    world.idle();
  }

  private List<String> texts(String person) {
    return world.pushes(SHOP, person).stream()
        .map(push -> push.path("messages").toString())
        .toList();
  }

  private List<String> kinds(String person) {
    return world.pushes(SHOP, person).stream().map(push -> push.path("kind").asText()).toList();
  }
}
