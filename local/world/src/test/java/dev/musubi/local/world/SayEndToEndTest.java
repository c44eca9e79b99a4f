package dev.musubi.local.world;

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

/** The shopper's say and the rights of persons, through the real zips and a stranger's eyes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SayEndToEndTest {

  private static final String SHOP = "hinode-tea";
  private static final String OTHER_SHOP = "harbor-books";

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
  @Order(1)
  void a_kind_that_is_turned_off_in_the_chat_does_not_come_and_the_row_says_why() {
    world.act(SHOP, "yuki", "prefer", "\"kind\":\"BROWSE\",\"on\":false");
    world.idle();
    assertThat(phone("yuki")).contains("「ご覧になった商品」のお知らせを止めました。");
    world.act(SHOP, "yuki", "view", "\"product\":\"matcha-miyabi\"");
    world.walkTo("2026-03-03T18:00:00+09:00");
    world.idle();
    assertThat(world.pushes(SHOP, "yuki")).isEmpty();
    assertThat(world.outcomes(SHOP, "yuki").getLast().path("reason").asText())
        .startsWith("opt-out: ");
  }

  @Test
  @Order(2)
  void the_words_show_the_choices_to_who_is_not_linked_too() {
    world.act(SHOP, "taro", "say", "\"text\":\"停止\"");
    world.idle();
    assertThat(phone("taro")).contains("musubi:stop-promotional", "musubi:pause");
    world.act(SHOP, "taro", "tap", "\"data\":\"musubi:pause\"");
    world.idle();
    assertThat(phone("taro")).contains("まで配信をお休みします");
  }

  @Test
  @Order(3)
  void on_the_shops_page_it_is_turned_on_again_and_the_message_says_why_it_came() {
    JsonNode pressed =
        world.act(SHOP, "yuki", "prefer", "\"kind\":\"BROWSE\",\"on\":true,\"from\":\"shop\"");
    assertThat(pressed.path("status").asInt()).isEqualTo(200);
    world.act(SHOP, "yuki", "view", "\"product\":\"sencha-asagiri\"");
    world.walkTo("2026-03-04T18:00:00+09:00");
    world.idle();
    assertThat(world.pushes(SHOP, "yuki")).hasSize(1);
    world.act(SHOP, "yuki", "tap", "\"data\":\"musubi:why?kind=BROWSE\"");
    world.idle();
    assertThat(phone("yuki")).contains("前の日にショップでご覧になった商品があったため", "7日間に1通まで");
  }

  @Test
  @Order(4)
  void an_export_says_what_is_held_about_a_person_and_of_nobody_else() {
    world.act(SHOP, "yuki", "export", "");
    world.idle();
    JsonNode exports = world.get("/local/exports?shop=" + SHOP + "&person=yuki").json();
    assertThat(exports).hasSize(1);
    assertThat(exports.findValuesAsText("store"))
        .contains("recipients", "views", "deliveries", "links");
    String hanas = world.row("people", "person", "hana").path("lineUserId").asText();
    assertThat(exports.toString()).doesNotContain(hanas);
    assertThat(world.get("/local/exports?shop=" + SHOP).json()).hasSize(1);
  }

  @Test
  @Order(5)
  void an_unlink_takes_two_taps_in_the_menu() {
    world.act(SHOP, "yuki", "tap", "\"data\":\"musubi:unlink-ask\"");
    world.idle();
    assertThat(linked("yuki")).isTrue();
    world.act(SHOP, "yuki", "tap", "\"data\":\"musubi:unlink\"");
    world.idle();
    assertThat(linked("yuki")).isFalse();
  }

  @Test
  @Order(6)
  void of_two_customers_who_were_merged_the_kept_one_has_the_link_though_the_deletion_came_first() {
    world.act(SHOP, "hana", "link", "");
    world.idle();
    world.act(SHOP, "ken", "merge", "\"with\":\"hana\",\"deletionFirst\":true");
    world.idle();
    assertThat(world.row("people", "person", "hana").path("customerId"))
        .isEqualTo(world.row("people", "person", "ken").path("customerId"));
    assertThat(linked("hana")).isTrue();
  }

  @Test
  @Order(7)
  void an_erasure_leaves_no_trace_and_a_proof() {
    long customer = world.row("people", "person", "yuki").path("customerId").asLong();
    world.act(SHOP, "yuki", "erase", "");
    world.idle();
    assertThat(world.get("/local/exports?shop=" + SHOP).json()).isEmpty();
    JsonNode proofs = world.get("/local/erasures?shop=" + SHOP + "&person=yuki").json();
    assertThat(proofs).hasSize(1);
    assertThat(proofs.get(0).path("completed").asText()).isNotEmpty();
    assertThat(proofs.get(0).at("/found/deliveries").asInt()).isPositive();
    assertThat(proofs.toString()).doesNotContain(Long.toString(customer));
    assertThat(world.outcomes(SHOP, "yuki")).isEmpty();
    world.walkBy("PT26H");
    world.idle();
    assertThat(world.outcomes(SHOP, "yuki")).isEmpty();
  }

  @Test
  @Order(8)
  void a_shop_that_removed_the_app_is_forgotten_and_the_other_one_is_not() {
    world.act(SHOP, "hana", "uninstall", "");
    world.walkBy("PT48H");
    world.act(SHOP, "hana", "redact-shop", "");
    world.idle();
    JsonNode proofs = world.get("/local/erasures?shop=" + SHOP).json();
    JsonNode proof = proofs.get(proofs.size() - 1);
    assertThat(proof.path("subject").asText()).isEqualTo("shop");
    assertThat(proof.path("completed").asText()).isNotEmpty();
    assertThat(world.outcomes(SHOP, "hana")).isEmpty();
    assertThat(world.get("/local/settings?shop=" + SHOP).status()).isEqualTo(400);
    assertThat(world.get("/local/settings?shop=" + OTHER_SHOP).status()).isEqualTo(200);
  }

  private boolean linked(String person) {
    return world.row("people", "person", person).path("linked").asBoolean();
  }

  private String phone(String person) {
    JsonNode phone = world.get("/local/phone?shop=" + SHOP + "&person=" + person).json();
    List<JsonNode> lines = phone.path("chat").valueStream().toList();
    return lines.isEmpty() ? phone.toString() : lines.getLast().toString();
  }
}
