package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static dev.musubi.local.line.Line.NOBODY;
import static dev.musubi.local.line.Line.TARO;
import static dev.musubi.local.line.Line.done;
import static dev.musubi.local.line.Line.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendingTest {
  private static final String KEY = "123e4567-e89b-12d3-a456-426614174000";
  private static final String RETRY_KEY = "X-Line-Retry-Key";
  private final Line line = new Line();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void a_push_to_a_friend_arrives_on_the_phone_and_in_the_log() {
    var reply = line.push(HANA, "こんにちは", RETRY_KEY, KEY);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().at("/sentMessages/0/id").asText()).matches("\\d{18}");
    assertThat(line.hana().chat()).hasSize(1);
    var taken = line.simulator.messages().getFirst();
    assertThat(taken.to()).isEqualTo(HANA);
    assertThat(taken.api()).isEqualTo("push");
    assertThat(taken.retryKey()).isEqualTo(KEY);
    assertThat(taken.delivered()).isTrue();
    assertThat(taken.at()).isEqualTo(line.clock.instant());
    assertThat(taken.messages().at("/0/text").asText()).isEqualTo("こんにちは");
    assertThat(reply.header("x-line-request-id")).contains(taken.requestId());
  }

  @Test
  void a_second_push_with_the_same_retry_key_is_answered_409_and_sends_nothing() {
    var first = line.push(HANA, "a", RETRY_KEY, KEY);
    var second = line.push(HANA, "a", RETRY_KEY, KEY);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.message()).isEqualTo("The retry key is already accepted");
    assertThat(second.json().path("sentMessages")).isEqualTo(first.json().path("sentMessages"));
    assertThat(second.header("x-line-accepted-request-id"))
        .isEqualTo(first.header("x-line-request-id"));
    assertThat(second.header("x-line-request-id")).isNotEqualTo(first.header("x-line-request-id"));
    assertThat(line.hana().chat()).hasSize(1);
  }

  @Test
  void a_retry_key_is_forgotten_24_hours_after_its_first_request() {
    line.push(HANA, "a", RETRY_KEY, KEY);
    line.clock.forward(Duration.ofHours(24).minusSeconds(1));
    line.newToken();
    assertThat(line.push(HANA, "a", RETRY_KEY, KEY).status()).isEqualTo(409);

    line.clock.forward(Duration.ofSeconds(1));

    assertThat(line.push(HANA, "a", RETRY_KEY, KEY).status()).isEqualTo(200);
  }

  @Test
  void a_refused_request_leaves_its_retry_key_free() {
    line.simulator.monthlyLimit(Line.SHOP, OptionalLong.of(0));
    assertThat(line.push(HANA, "a", RETRY_KEY, KEY).status()).isEqualTo(429);
    line.simulator.monthlyLimit(Line.SHOP, OptionalLong.empty());

    assertThat(line.push(HANA, "a", RETRY_KEY, KEY).status()).isEqualTo(200);
  }

  @Test
  void a_retry_key_that_is_no_uuid_is_refused() {
    assertThat(line.push(HANA, "a", RETRY_KEY, "order-1").status()).isEqualTo(400);
    assertThat(line.simulator.messages()).isEmpty();
  }

  @Test
  void a_reply_with_a_retry_key_is_refused_and_its_token_stays_good() {
    done(line.hana().say("hi"));
    var token = line.bot.newest().event().path("replyToken").asText();

    assertThat(reply(token, RETRY_KEY, KEY).status()).isEqualTo(400);
    assertThat(reply(token).status()).isEqualTo(200);
  }

  @Test
  void a_push_to_a_stranger_or_a_blocker_is_answered_200_and_not_delivered_nor_billed() {
    done(line.hana().block());

    assertThat(line.push(HANA, "a").status()).isEqualTo(200);
    assertThat(line.push(TARO, "a").status()).isEqualTo(200);

    assertThat(line.simulator.messages()).noneMatch(TakenMessage::delivered).hasSize(2);
    assertThat(line.hana().chat()).isEmpty();
    assertThat(consumption()).isZero();
  }

  @Test
  void who_wrote_without_being_a_friend_receives_for_seven_days() {
    done(line.taro().say("hi"));
    line.clock.forward(Duration.ofDays(7));
    line.newToken();
    line.push(TARO, "a");
    line.clock.forward(Duration.ofSeconds(1));
    line.push(TARO, "b");

    assertThat(line.simulator.messages())
        .extracting(TakenMessage::delivered)
        .containsExactly(true, false);
  }

  @Test
  void an_unknown_user_id_is_answered_400_failed_to_send_messages() {
    var reply = line.push(NOBODY, "a");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message()).isEqualTo("Failed to send messages");
  }

  @Test
  void a_malformed_user_id_is_answered_400_naming_the_property() {
    var reply = line.push("hana", "a");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message()).startsWith("The property, 'to', in the request body is invalid");
    assertThat(reply.json().at("/details/0/property").asText()).isEqualTo("to");
  }

  @Test
  void a_multicast_with_one_malformed_id_reaches_nobody() {
    var reply =
        line.post(
            "/v2/bot/message/multicast", "{\"to\":[\"%s\",\"x\"],%s}".formatted(HANA, texts("a")));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/details/0/property").asText()).isEqualTo("to[1]");
    assertThat(line.simulator.messages()).isEmpty();
  }

  @Test
  void a_multicast_is_answered_an_empty_object_and_logged_for_each_recipient() {
    var reply =
        line.post(
            "/v2/bot/message/multicast",
            "{\"to\":[\"%s\",\"%s\"],%s}".formatted(HANA, TARO, texts("a")));

    assertThat(reply.json()).isEqualTo(line.json("{}"));
    assertThat(line.simulator.messages()).extracting(TakenMessage::to).containsExactly(HANA, TARO);
    assertThat(consumption()).isOne();
  }

  @Test
  void a_broadcast_and_a_narrowcast_go_to_friends() {
    var body = "{" + texts("a") + "}";
    assertThat(line.post("/v2/bot/message/broadcast", body).status()).isEqualTo(200);
    var narrow = line.post("/v2/bot/message/narrowcast", body);
    assertThat(narrow.status()).isEqualTo(202);

    var progress =
        "/v2/bot/message/progress/narrowcast?requestId="
            + narrow.header("x-line-request-id").orElseThrow();
    assertThat(line.get(progress).json().path("phase").asText()).isEqualTo("waiting");
    line.clock.forward(Duration.ofSeconds(30));
    assertThat(line.get(progress).json().path("phase").asText()).isEqualTo("sending");
    line.clock.forward(Duration.ofSeconds(30));
    assertThat(line.get(progress).json().path("phase").asText()).isEqualTo("succeeded");
    assertThat(line.simulator.messages())
        .extracting(TakenMessage::api)
        .containsExactly("broadcast", "narrowcast");
  }

  @Test
  void the_monthly_limit_is_429_with_its_own_message_and_replies_pass_it() {
    line.simulator.monthlyLimit(Line.SHOP, OptionalLong.of(1));
    assertThat(line.push(HANA, "a").status()).isEqualTo(200);

    var over = line.push(HANA, "b");

    assertThat(over.status()).isEqualTo(429);
    assertThat(over.message()).isEqualTo("You have reached your monthly limit.");
    done(line.hana().say("hi"));
    assertThat(reply(line.bot.newest().event().path("replyToken").asText()).status())
        .isEqualTo(200);
    assertThat(consumption()).isOne();
  }

  @Test
  void the_month_begins_at_midnight_in_japan() {
    line.simulator.monthlyLimit(Line.SHOP, OptionalLong.of(1));
    line.push(HANA, "a");
    line.clock.forward(
        Duration.between(line.clock.instant(), Instant.parse("2026-11-30T14:59:59Z")));
    line.newToken();
    assertThat(line.push(HANA, "b").status()).isEqualTo(429);

    line.clock.forward(Duration.ofSeconds(1));

    assertThat(line.push(HANA, "c").status()).isEqualTo(200);
  }

  @Test
  void more_than_200_multicasts_a_second_are_refused_until_the_clock_moves() {
    var body = "{\"to\":[\"%s\"],%s}".formatted(TARO, texts("a"));
    for (var i = 0; i < 200; i++) {
      assertThat(line.post("/v2/bot/message/multicast", body).status()).isEqualTo(200);
    }

    var over = line.post("/v2/bot/message/multicast", body);
    assertThat(over.status()).isEqualTo(429);
    assertThat(over.message()).isEqualTo("The API rate limit has been exceeded. Try again later.");

    line.clock.forward(Duration.ofMillis(5));
    assertThat(line.post("/v2/bot/message/multicast", body).status()).isEqualTo(200);
  }

  @Test
  void a_reply_token_is_good_once() {
    done(line.hana().say("hi"));
    var token = line.bot.newest().event().path("replyToken").asText();

    assertThat(reply(token).status()).isEqualTo(200);
    var second = reply(token);
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.message()).isEqualTo("Invalid reply token");
  }

  @Test
  void a_reply_token_is_good_for_one_minute() {
    done(line.hana().say("hi"));
    var token = line.bot.newest().event().path("replyToken").asText();
    line.clock.forward(Duration.ofSeconds(61));

    assertThat(reply(token).status()).isEqualTo(400);
  }

  @Test
  void days_are_counted_by_japans_calendar_and_ready_on_the_next_day() {
    line.push(HANA, "a");
    var today = "/v2/bot/message/delivery/push?date=20261122";
    assertThat(line.get(today).json().path("status").asText()).isEqualTo("unready");

    line.clock.forward(Duration.ofHours(12));
    line.newToken();

    var counted = line.get(today).json();
    assertThat(counted.path("status").asText()).isEqualTo("ready");
    assertThat(counted.path("success").asLong()).isOne();
    assertThat(
            line.get("/v2/bot/message/delivery/push?date=20180330").json().path("status").asText())
        .isEqualTo("out_of_service");
  }

  private Line.Reply reply(String token, String... headers) {
    return line.post(
        "/v2/bot/message/reply",
        "{\"replyToken\":\"%s\",%s}".formatted(token, texts("ok")),
        headers);
  }

  private long consumption() {
    return line.get("/v2/bot/message/quota/consumption").json().path("totalUsage").asLong(-1);
  }
}
