package dev.musubi.local.world;

import static dev.musubi.local.world.Stranger.OTHER_SHOP;
import static dev.musubi.local.world.Stranger.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The whole road on the built functions; the tests follow one another in one world's time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoadEndToEndTest {
  private Stranger world;

  @BeforeAll
  void start() {
    world = Stranger.in("2026-03-02T10:00:00+09:00");
  }

  @AfterAll
  void end() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  @Order(1)
  void the_world_begins_with_two_shops_and_the_people_of_the_demo() {
    JsonNode shop = world.shop(SHOP);
    JsonNode other = world.shop(OTHER_SHOP);
    assertThat(shop.path("products")).hasSizeGreaterThanOrEqualTo(8);
    assertThat(shop.path("lineChannelSecret").asText())
        .isNotEmpty()
        .isNotEqualTo(other.path("lineChannelSecret").asText());
    assertThat(shop.at("/urls/lineWebhook").asText()).endsWith("/line/" + SHOP);
    assertThat(world.row("people", "person", "yuki").path("linked").asBoolean()).isTrue();
    assertThat(world.row("people", "person", "taro").path("friend").asBoolean()).isTrue();
    assertThat(world.row("people", "person", "ken").path("lineUserId").isNull()).isTrue();
    assertThat(world.get("/healthz").status()).isEqualTo(200);
  }

  @Test
  @Order(2)
  void what_does_not_exist_is_told_with_the_names_that_do() {
    assertThat(error(404, "{\"shop\":\"hinode-tea\",\"person\":\"jiro\",\"act\":\"follow\"}"))
        .contains("hana", "taro", "yuki", "ken");
    assertThat(error(404, "{\"shop\":\"nowhere\",\"person\":\"hana\",\"act\":\"follow\"}"))
        .contains(SHOP, OTHER_SHOP);
    assertThat(error(404, "{\"shop\":\"hinode-tea\",\"person\":\"hana\",\"act\":\"dance\"}"))
        .contains("follow", "link");
    assertThat(
            error(
                404,
                "{\"shop\":\"hinode-tea\",\"person\":\"hana\",\"act\":\"view\",\"product\":\"x\"}"))
        .contains("sencha-asagiri");
    assertThat(error(501, "{\"shop\":\"hinode-tea\",\"person\":\"hana\",\"act\":\"favourite\"}"))
        .contains("not there yet");
    assertThat(error(400, "{\"shop\":")).contains("JSON");
    assertThat(world.get("/local/clock").status()).isEqualTo(405);
  }

  private String error(int status, String act) {
    Stranger.Answer answer = world.post("/local/acts", act);
    assertThat(answer.status()).isEqualTo(status);
    return answer.error();
  }

  @Test
  @Order(3)
  void a_friend_links_through_the_real_addresses() {
    world.idle();
    JsonNode linked = world.act(SHOP, "hana", "link", "");
    assertThat(linked.path("steps")).hasSize(4);
    world.idle();
    assertThat(world.row("people", "person", "hana").path("linked").asBoolean()).isTrue();
    assertThat(world.get("/local/shop-calls?shop=" + SHOP).json().toString()).contains("tagsAdd");
  }

  @Test
  @Order(4)
  void yesterdays_views_come_once_at_18_00_most_viewed_first() {
    world.act(SHOP, "hana", "view", "\"product\":\"sencha-asagiri\"");
    world.act(SHOP, "hana", "view", "\"product\":\"matcha-miyabi\",\"times\":3");
    world.act(SHOP, "taro", "view", "\"product\":\"yunomi-ai\"");
    world.walkTo("2026-03-03T17:59:00+09:00");
    assertThat(world.pushes(SHOP, "hana")).isEmpty();

    world.walkTo("2026-03-03T18:00:00+09:00");
    world.idle();
    List<JsonNode> pushes = world.pushes(SHOP, "hana");
    assertThat(pushes).hasSize(1);
    JsonNode push = pushes.getFirst();
    assertThat(push.path("kind").asText()).isEqualTo("BROWSE");
    assertThat(push.path("sendId").asText()).matches("[0-9a-f]{32}");
    assertThat(push.path("delivered").asBoolean()).isTrue();
    String text = push.path("messages").toString();
    assertThat(text.indexOf("matcha-miyabi"))
        .isPositive()
        .isLessThan(text.indexOf("sencha-asagiri"));
    assertThat(world.outcomes(SHOP, "hana"))
        .singleElement()
        .satisfies(row -> assertThat(row.path("outcome").asText()).isEqualTo("SENT"));
    assertThat(world.outcomes(SHOP, "taro"))
        .singleElement()
        .satisfies(row -> assertThat(row.path("reason").asText()).startsWith("eligible: "));
  }

  @Test
  @Order(5)
  void a_second_time_in_the_week_is_skipped_by_the_cap_with_its_reason() {
    world.act(SHOP, "hana", "view", "\"product\":\"wakocha-akane\"");
    world.walkTo("2026-03-04T18:00:00+09:00");
    world.idle();
    assertThat(world.pushes(SHOP, "hana")).hasSize(1);
    JsonNode second = world.outcomes(SHOP, "hana").getLast();
    assertThat(second.path("outcome").asText()).isEqualTo("SKIPPED");
    assertThat(second.path("reason").asText()).startsWith("caps: ");
  }

  @Test
  @Order(6)
  void a_link_can_be_made_anew_and_ended_from_chat_and_shop() {
    assertThat(world.act(SHOP, "hana", "link", "").path("steps").toString()).contains("page");
    world.idle();
    world.act(SHOP, "hana", "unlink", "\"from\":\"shop\"");
    world.idle();
    assertThat(world.row("people", "person", "hana").path("linked").asBoolean()).isFalse();
    world.act(SHOP, "yuki", "unlink", "");
    world.idle();
    assertThat(world.row("people", "person", "yuki").path("linked").asBoolean()).isFalse();
  }

  @Test
  @Order(7)
  void settings_are_merged_and_a_wrong_one_is_refused_with_a_sentence() {
    Stranger.Answer changed =
        world.post(
            "/local/settings",
            "{\"shop\":\"hinode-tea\",\"kinds\":{\"BROWSE\":{\"maxProducts\":3}}}");
    assertThat(changed.status()).isEqualTo(200);
    JsonNode now = world.get("/local/settings?shop=" + SHOP).json();
    assertThat(now.at("/kinds/BROWSE/maxProducts").asInt()).isEqualTo(3);
    assertThat(now.at("/kinds/BROWSE/at").asText()).isEqualTo("18:00");

    Stranger.Answer refused =
        world.post(
            "/local/settings",
            "{\"shop\":\"hinode-tea\",\"kinds\":{\"BROWSE\":{\"at\":\"23:00\"}}}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).contains("kinds.BROWSE.at");
  }

  @Test
  @Order(8)
  void no_log_holds_a_secret_a_line_user_id_or_a_token() {
    JsonNode shop = world.shop(SHOP);
    String logs = world.logs();
    assertThat(logs).isNotEmpty();
    Stream.of("lineChannelSecret", "shopifyClientSecret")
        .forEach(secret -> assertThat(logs).doesNotContain(shop.path(secret).asText()));
    Stream.of("hana", "taro", "yuki")
        .map(person -> world.row("people", "person", person).path("lineUserId").asText())
        .forEach(user -> assertThat(logs).doesNotContain(user));
    assertThat(logs).doesNotContain("linkToken=", "signature=", "Bearer ");
  }

  @Test
  @Order(9)
  void a_reset_is_the_first_state_again_with_the_clock_kept() {
    String before = world.get("/local/world").json().path("now").asText();
    assertThat(world.post("/local/reset", "").status()).isEqualTo(200);
    assertThat(world.get("/local/world").json().path("now").asText()).isGreaterThan(before);
    assertThat(world.get("/local/messages").json()).isEmpty();
    assertThat(world.get("/local/outcomes").json()).isEmpty();
    world.idle();
    world.act(SHOP, "hana", "link", "");
    world.idle();
    assertThat(world.row("people", "person", "hana").path("linked").asBoolean()).isTrue();
  }
}
