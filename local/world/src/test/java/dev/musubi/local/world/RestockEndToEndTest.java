package dev.musubi.local.world;

import static dev.musubi.local.world.Stranger.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Back in stock, from the button on the product's page to the phone, on the real processes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class RestockEndToEndTest {

  private static final String BOWL = "yunomi-ai";
  private static final String TEA = "sencha-asagiri";
  private static final int CROWD = 30;
  private static final int STOCK = 12;

  private Stranger world;

  @BeforeAll
  void start() {
    world = Stranger.in("2026-03-02T09:50:00+09:00");
    Stranger.must(
        world.post(
            "/local/settings",
            "{\"shop\":\"hinode-tea\",\"kinds\":{\"RESTOCK\":{\"enabled\":true}}}"));
    Stranger.must(
        world.post(
            "/local/people",
            "{\"shop\":\"hinode-tea\",\"count\":%d,\"linked\":true,\"prefix\":\"w\"}"
                .formatted(CROWD)));
  }

  @AfterAll
  void end() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  @Order(1)
  void what_is_in_stock_or_is_not_sold_gets_a_sentence() {
    assertThat(refused("hana", TEA).error()).contains("在庫があります");
    assertThat(world.get("/local/restock").json()).isEmpty();
  }

  @Test
  @Order(2)
  void a_wish_waits_before_linking_and_is_on_the_shoppers_list() {
    stock(BOWL, 0);
    stock(TEA, 0);
    assertThat(wish("hana", BOWL)).contains("登録しました");
    assertThat(wish("hana", BOWL)).contains("登録しました");
    assertThat(wish("yuki", TEA)).contains("登録しました");
    for (int i = 0; i < CROWD; i++) {
      wish("w" + i, BOWL);
    }
    assertThat(line(BOWL)).containsExactly(0, CROWD + 1);

    world.act(SHOP, "w29", "unsubscribe", "\"product\":\"" + BOWL + "\"");
    assertThat(line(BOWL)).containsExactly(0, CROWD);
    assertThat(wish("w29", BOWL)).contains("登録しました");
  }

  @Test
  @Order(3)
  void an_erps_zero_one_zero_tells_nobody() {
    world.walkTo("2026-03-02T10:00:00+09:00");
    stock(TEA, 1);
    world.walkTo("2026-03-02T10:05:00+09:00");
    stock(TEA, 0);
    world.walkTo("2026-03-02T10:59:00+09:00");
    assertThat(world.pushes(SHOP, "yuki")).isEmpty();
    assertThat(world.outcomes(SHOP, "yuki")).isEmpty();
  }

  @Test
  @Order(4)
  void after_the_stock_has_held_as_many_are_told_as_there_are_oldest_wish_first() {
    world.walkTo("2026-03-02T11:00:00+09:00");
    stock(BOWL, STOCK);
    world.walkTo("2026-03-02T11:29:00+09:00");
    assertThat(told()).isEmpty();

    world.post("/local/functions/fan-out/kill", "");
    world.walkTo("2026-03-02T11:31:00+09:00");
    world.idle();
    assertThat(told()).containsExactlyElementsOf(crowd(0, STOCK));
    JsonNode push = world.pushes(SHOP, "w0").getFirst();
    assertThat(push.path("kind").asText()).isEqualTo("RESTOCK");
    assertThat(push.path("messages").toString()).contains("variant=", BOWL);
    assertThat(world.outcomes(SHOP, "hana"))
        .singleElement()
        .satisfies(row -> assertThat(row.path("reason").asText()).startsWith("eligible: "));
    assertThat(line(BOWL)).containsExactly(STOCK, CROWD + 1 - STOCK);
  }

  @Test
  @Order(5)
  void the_next_wave_is_no_larger_than_the_stock_then_on_hand_and_a_kill_changes_nothing() {
    world.act(SHOP, "w0", "buy", "\"product\":\"%s\",\"quantity\":7".formatted(BOWL));
    world.idle();
    world.post("/local/functions/fan-out/kill", "");
    world.post("/local/functions/push/kill", "");
    world.walkTo("2026-03-02T12:01:00+09:00");
    world.idle();
    assertThat(told()).containsExactlyElementsOf(crowd(0, STOCK + 5));

    world.act(SHOP, "w1", "buy", "\"product\":\"%s\",\"quantity\":5".formatted(BOWL));
    world.walkTo("2026-03-02T14:00:00+09:00");
    world.idle();
    assertThat(told()).containsExactlyElementsOf(crowd(0, STOCK + 5));
    assertThat(line(BOWL)).containsExactly(STOCK + 5, CROWD + 1 - STOCK - 5);
  }

  @Test
  @Order(6)
  void who_linked_meanwhile_keeps_the_oldest_place_and_who_was_told_must_ask_anew() {
    world.act(SHOP, "hana", "link", "");
    assertThat(wish("w0", BOWL)).contains("登録しました");
    world.idle();
    world.walkTo("2026-03-02T15:00:00+09:00");
    stock(BOWL, 2);
    world.walkTo("2026-03-02T15:31:00+09:00");
    world.idle();
    assertThat(world.pushes(SHOP, "hana")).hasSize(1);
    assertThat(told()).contains("w17").doesNotContain("w18");
    assertThat(world.pushes(SHOP, "w1")).hasSize(1);
  }

  @Test
  @Order(7)
  void the_list_is_emptied_at_once() {
    world.act(SHOP, "yuki", "unsubscribe", "");
    assertThat(line(TEA)).containsExactly(0, 0);
    assertThat(refused("yuki", "", "unsubscribe").error()).contains("待っている商品");
  }

  @Test
  @Order(8)
  void a_burst_of_inventory_nobody_waits_for_is_read_by_nobody() {
    int before = variantReads();
    for (String product : List.of("matcha-miyabi", "wakocha-akane")) {
      IntStream.range(0, 5).forEach(i -> stock(product, 20 + i));
    }
    world.walkBy("PT10M");
    assertThat(variantReads()).isEqualTo(before);
  }

  private int variantReads() {
    return (int)
        world
            .get("/local/shop-calls?shop=" + SHOP)
            .json()
            .valueStream()
            .filter(call -> call.path("operation").asText().equals("Variants"))
            .count();
  }

  private void stock(String product, int to) {
    Stranger.must(
        world.post(
            "/local/acts",
            "{\"shop\":\"%s\",\"act\":\"stock\",\"product\":\"%s\",\"to\":%d}"
                .formatted(SHOP, product, to)));
    world.idle();
  }

  private String wish(String person, String product) {
    return world
        .act(SHOP, person, "subscribe", "\"product\":\"" + product + "\"")
        .path("page")
        .asText();
  }

  private Stranger.Answer refused(String person, String product) {
    return refused(person, ",\"product\":\"" + product + "\"", "subscribe");
  }

  private Stranger.Answer refused(String person, String fields, String act) {
    Stranger.Answer answer =
        world.post(
            "/local/acts",
            "{\"shop\":\"%s\",\"person\":\"%s\",\"act\":\"%s\"%s}"
                .formatted(SHOP, person, act, fields));
    assertThat(answer.status()).isEqualTo(409);
    return answer;
  }

  /** How many were told of a product, and how many wait. */
  private List<Integer> line(String product) {
    JsonNode row =
        world
            .get("/local/restock?shop=" + SHOP)
            .json()
            .valueStream()
            .filter(r -> r.path("product").asText().equals(product))
            .findFirst()
            .orElseThrow();
    return List.of(row.path("told").asInt(), row.path("waiting").asInt());
  }

  /** Those of the crowd who got a message, in the order of the crowd. */
  private List<String> told() {
    List<String> told = new ArrayList<>();
    for (String person : crowd(0, CROWD)) {
      if (!world.pushes(SHOP, person).isEmpty()) {
        told.add(person);
      }
    }
    return told;
  }

  private static List<String> crowd(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "w" + i).toList();
  }
}
