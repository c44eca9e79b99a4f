package dev.musubi.local.world;

import static dev.musubi.local.world.Stranger.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Carts left behind, on the built functions; the tests follow one another in one world's time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CartEndToEndTest {
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
  void a_cart_of_a_shop_that_does_not_remind_writes_no_schedule() {
    world.act(SHOP, "yuki", "cart", "\"product\":\"yunomi-ai\"");
    world.idle();
    assertThat(schedules(world.walkBy("PT61M"))).isEmpty();
    assertThat(world.outcomes(SHOP, "yuki")).isEmpty();
  }

  @Test
  @Order(2)
  void a_cart_is_remembered_an_hour_after_its_last_use_to_the_minute() {
    settings("{\"CART\":{\"enabled\":true,\"cap\":{\"messages\":2,\"days\":7}}}");
    world.act(SHOP, "yuki", "cart", "\"product\":\"sencha-asagiri\"");
    world.idle();
    world.walkBy("PT40M");
    world.act(SHOP, "yuki", "cart", "\"product\":\"matcha-miyabi\"");
    world.idle();
    Instant used = now();
    assertThat(schedules(world.walkTo(used.plus(Duration.ofMinutes(59)).toString()))).hasSize(1);
    assertThat(world.pushes(SHOP, "yuki")).isEmpty();
    assertThat(world.outcomes(SHOP, "yuki"))
        .singleElement()
        .satisfies(row -> assertThat(row.path("reason").asText()).startsWith("activity: "));

    assertThat(schedules(world.walkTo(used.plus(Duration.ofMinutes(61)).toString()))).hasSize(1);
    world.idle();
    JsonNode push = only(world.pushes(SHOP, "yuki"));
    assertThat(push.path("kind").asText()).isEqualTo("CART");
    assertThat(OffsetDateTime.parse(push.path("at").asText()).toInstant())
        .isBetween(used.plus(Duration.ofMinutes(59)), used.plus(Duration.ofMinutes(61)));
    assertThat(push.path("messages").toString())
        .contains("https://hinode-tea.myshopify.com/checkouts/")
        .contains("/recover?key=")
        .contains("openExternalBrowser=1");
    assertThat(only(world.outcomes(SHOP, "yuki")).path("outcome").asText()).isEqualTo("SENT");
  }

  @Test
  @Order(3)
  void left_in_the_evening_and_bought_before_the_morning_is_silence_with_the_reason() {
    world.walkTo("2026-03-03T21:40:00+09:00");
    world.act(SHOP, "yuki", "cart", "\"product\":\"wakocha-akane\"");
    world.idle();
    world.walkTo("2026-03-04T06:58:00+09:00");
    assertThat(world.outcomes(SHOP, "yuki").getLast().path("reason").asText())
        .startsWith("quiet-hours: ");
    world.act(SHOP, "yuki", "buy", "");
    world.idle();
    world.walkTo("2026-03-04T07:20:00+09:00");
    world.idle();

    assertThat(world.pushes(SHOP, "yuki")).hasSize(1);
    JsonNode row = world.outcomes(SHOP, "yuki").getLast();
    assertThat(row.path("outcome").asText()).isEqualTo("SKIPPED");
    assertThat(row.path("reason").asText()).startsWith("wanted: bought since");
  }

  @Test
  @Order(4)
  void left_in_the_evening_it_comes_between_seven_and_a_quarter_past() {
    world.walkTo("2026-03-04T21:40:00+09:00");
    world.act(SHOP, "yuki", "cart", "\"product\":\"yunomi-ai\"");
    world.idle();
    world.walkTo("2026-03-05T06:59:30+09:00");
    assertThat(world.pushes(SHOP, "yuki")).hasSize(1);
    world.walkTo("2026-03-05T07:16:00+09:00");
    world.idle();

    List<JsonNode> pushes = world.pushes(SHOP, "yuki");
    assertThat(pushes).hasSize(2);
    assertThat(OffsetDateTime.parse(pushes.getLast().path("at").asText()).toInstant())
        .isBetween(Instant.parse("2026-03-04T22:00:00Z"), Instant.parse("2026-03-04T22:16:00Z"));
  }

  @Test
  @Order(5)
  void what_is_sold_out_is_not_remembered_and_neither_is_more_than_the_cap() {
    world.walkTo("2026-03-05T10:00:00+09:00");
    world.act(SHOP, "yuki", "buy", "");
    world.act(SHOP, "yuki", "cart", "\"product\":\"sencha-asagiri\"");
    world.act(SHOP, "yuki", "stock", "\"product\":\"sencha-asagiri\",\"to\":0");
    world.idle();
    world.walkBy("PT61M");
    world.idle();
    assertThat(world.outcomes(SHOP, "yuki").getLast().path("reason").asText())
        .startsWith("wanted: the products are sold out");

    world.act(SHOP, "yuki", "cart", "\"product\":\"matcha-miyabi\"");
    world.idle();
    world.walkBy("PT61M");
    world.idle();
    assertThat(world.outcomes(SHOP, "yuki").getLast().path("reason").asText()).startsWith("caps: ");
    assertThat(world.pushes(SHOP, "yuki")).hasSize(2);
  }

  @Test
  @Order(6)
  void no_log_holds_the_address_that_restores_a_cart() {
    assertThat(world.logs()).isNotEmpty().doesNotContain("/recover", "openExternalBrowser");
  }

  private Instant now() {
    return OffsetDateTime.parse(Stranger.must(world.get("/local/world")).path("now").asText())
        .toInstant();
  }

  /** The one-time schedules that fired on a walk. */
  private static List<String> schedules(JsonNode walk) {
    return walk.path("fired")
        .valueStream()
        .map(fired -> fired.path("name").asText())
        .filter(name -> name.matches(".*[0-9a-f]{32}-[0-9]{12}"))
        .toList();
  }

  private void settings(String kinds) {
    Stranger.must(
        world.post("/local/settings", "{\"shop\":\"" + SHOP + "\",\"kinds\":" + kinds + "}"));
  }

  private static JsonNode only(List<JsonNode> rows) {
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }
}
