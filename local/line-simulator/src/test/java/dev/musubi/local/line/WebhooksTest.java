package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static dev.musubi.local.line.Line.SECRET;
import static dev.musubi.local.line.Line.SHOP;
import static dev.musubi.local.line.Line.done;
import static dev.musubi.local.line.Line.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.linecorp.bot.parser.LineSignatureValidator;
import com.linecorp.bot.parser.WebhookParser;
import com.linecorp.bot.webhook.model.FollowEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final Watch watch = new Watch();
  private final Line line = new Line(Line.PATIENT.withRedelivery(2, INTERVAL), watch);

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void a_webhook_is_what_lines_own_sdk_takes() throws Exception {
    done(line.taro().follow());

    var received = line.bot.newest();
    var parser =
        new WebhookParser(new LineSignatureValidator(SECRET.getBytes(StandardCharsets.UTF_8)));
    var request =
        parser.handle(received.signature(), received.body().getBytes(StandardCharsets.UTF_8));
    assertThat(request.destination()).isEqualTo(Line.BOT_USER);
    assertThat(request.events())
        .singleElement()
        .isInstanceOfSatisfying(
            FollowEvent.class,
            event -> {
              assertThat(event.follow().isUnblocked()).isFalse();
              assertThat(event.source().userId()).isEqualTo(Line.TARO);
              assertThat(event.replyToken()).matches("[0-9a-f]{32}");
              assertThat(event.webhookEventId()).matches("[0-9A-HJKMNP-TV-Z]{26}");
              assertThat(event.deliveryContext().isRedelivery()).isFalse();
              assertThat(event.timestamp()).isEqualTo(line.clock.instant().toEpochMilli());
              assertThat(event.mode().name()).isEqualTo("ACTIVE");
            });
    assertThat(received.contentType()).isEqualTo("application/json; charset=utf-8");
  }

  @Test
  void an_act_completes_when_the_webhook_was_taken() {
    assertThat(done(line.taro().follow()))
        .singleElement()
        .satisfies(
            receipt -> {
              assertThat(receipt.accepted()).isTrue();
              assertThat(receipt.attempts()).isOne();
              assertThat(receipt.status()).isEqualTo(200);
            });
  }

  @Test
  void a_refused_webhook_comes_again_when_the_clock_says_so_as_a_redelivery() {
    line.bot.answer(500);
    var act = line.hana().say("hi");
    watch.awaitEnd();
    assertThat(line.simulator.nextDue()).contains(line.clock.instant().plus(INTERVAL));
    assertThat(act.webhooks()).isNotDone();

    line.simulator.runDue(line.clock.instant().plus(INTERVAL).minusMillis(1));
    assertThat(line.bot.received()).hasSize(1);
    line.clock.forward(INTERVAL);
    line.simulator.runDue(line.clock.instant());

    assertThat(done(act).getFirst().attempts()).isEqualTo(2);
    var first = line.bot.received().getFirst().event();
    var again = line.bot.newest().event();
    assertThat(again.at("/deliveryContext/isRedelivery").asBoolean()).isTrue();
    assertThat(again.path("webhookEventId")).isEqualTo(first.path("webhookEventId"));
    assertThat(again.path("replyToken")).isEqualTo(first.path("replyToken"));
    assertThat(again.path("timestamp")).isEqualTo(first.path("timestamp"));
    assertThat(line.simulator.nextDue()).isEmpty();
  }

  @Test
  void a_redelivered_reply_token_is_good_for_a_minute_again() {
    var token = tokenRedeliveredAfter(Duration.ofMinutes(5));

    line.clock.forward(Duration.ofSeconds(60));

    assertThat(reply(token)).isEqualTo(200);
  }

  @Test
  void a_redelivered_reply_token_is_no_good_twenty_minutes_after_the_event() {
    var token = tokenRedeliveredAfter(Duration.ofMinutes(20).minusSeconds(30));

    line.clock.forward(Duration.ofSeconds(31));
    line.newToken();

    assertThat(reply(token)).isEqualTo(400);
  }

  @Test
  void a_webhook_that_is_never_taken_is_given_up_after_the_last_redelivery() {
    line.bot.answer(500, 503, 400);
    var act = line.hana().say("hi");
    for (var i = 0; i < 2; i++) {
      watch.awaitEnd();
      line.clock.forward(INTERVAL);
      line.simulator.runDue(line.clock.instant());
    }

    var receipt = done(act).getFirst();
    assertThat(receipt.accepted()).isFalse();
    assertThat(receipt.attempts()).isEqualTo(3);
    assertThat(receipt.status()).isEqualTo(400);
  }

  @Test
  void one_post_can_hold_several_events_and_the_same_event_again() {
    done(line.hana().say("hi"));
    var event = (ObjectNode) line.bot.newest().event();
    ObjectNode again = event.deepCopy();
    again.putObject("deliveryContext").put("isRedelivery", true);

    done(line.simulator.webhook(SHOP, List.of(event, again)));

    assertThat(line.bot.newest().json().path("events")).containsExactly(event, again);
    assertThat(Signature.of(SECRET, line.bot.newest().body().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(line.bot.newest().signature());
  }

  @Test
  void every_webhook_under_way_is_told_and_ends() {
    done(line.hana().say("a"));
    done(line.hana().say("b"));

    watch.awaitEnd();
    watch.awaitEnd();
    assertThat(watch.begun()).isEqualTo(2);
    assertThat(line.simulator.busy()).isFalse();
    assertThat(line.simulator.webhooks()).extracting(SentWebhook::status).containsExactly(200, 200);
  }

  @Test
  void the_webhook_address_can_be_asked_for_set_and_tested() {
    var path = "/v2/bot/channel/webhook/endpoint";
    assertThat(line.get(path).json().path("endpoint").asText())
        .isEqualTo(line.bot.address().toString());
    assertThat(line.put(path, "{\"endpoint\":\"ftp://example.com\"}").status()).isEqualTo(400);
    assertThat(line.put(path, "{\"endpoint\":\"https://example.com/hook\"}").status())
        .isEqualTo(200);
    assertThat(line.get(path).json().path("endpoint").asText())
        .isEqualTo("https://example.com/hook");

    var tested =
        line.post(
            "/v2/bot/channel/webhook/test", "{\"endpoint\":\"%s\"}".formatted(line.bot.address()));

    assertThat(tested.json().path("reason").asText()).isEqualTo("OK");
    assertThat(line.bot.newest().json().path("events")).isEmpty();
  }

  @Test
  void followers_may_be_listed_page_by_page() {
    line.simulator.befriend(SHOP, Line.YUKI);

    var first = line.get("/v2/bot/followers/ids?limit=1").json();
    var second = line.get("/v2/bot/followers/ids?limit=1&start=" + first.path("next").asText());

    assertThat(first.at("/userIds/0").asText()).isEqualTo(HANA);
    assertThat(second.json().at("/userIds/0").asText()).isEqualTo(Line.YUKI);
    assertThat(second.json().has("next")).isFalse();
  }

  private String tokenRedeliveredAfter(Duration wait) {
    line.bot.answer(500);
    var act = line.hana().say("hi");
    watch.awaitEnd();
    line.clock.forward(wait);
    line.simulator.runDue(line.clock.instant());
    done(act);
    return line.bot.newest().event().path("replyToken").asText();
  }

  private int reply(String token) {
    return line.post(
            "/v2/bot/message/reply", "{\"replyToken\":\"%s\",%s}".formatted(token, texts("ok")))
        .status();
  }
}
