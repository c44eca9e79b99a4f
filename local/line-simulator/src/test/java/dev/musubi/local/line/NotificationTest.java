package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static dev.musubi.local.line.Line.SHOP;
import static dev.musubi.local.line.Line.TARO;
import static dev.musubi.local.line.Line.done;
import static dev.musubi.local.line.Line.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTest {
  private static final String TEMPLATED = "/v2/bot/message/pnp/templated/push";
  private static final String FLEXIBLE = "/bot/pnp/push";
  private static final String PHONE = "+818000001234";
  private static final String HASH =
      "d41e0ad70dddfeb68f149ad6fc61574b9c5780ab7bcb2fba5517771ffbb2409c";
  private static final String TAG = "send-0123456789abcdef";
  private static final Duration DAY = Duration.ofHours(24);

  private final Watch watch = new Watch();
  private final Line line = new Line(Line.PATIENT, watch);

  @BeforeEach
  void prepare() {
    line.simulator.notifications(SHOP, NotificationRights.approved());
    line.simulator.phones().put(TARO, PHONE);
  }

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void a_templated_message_reaches_a_stranger_by_the_hash_of_the_number() {
    var answer = send(template());

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json()).isEqualTo(line.json("{}"));
    var shown = line.taro().chat().getFirst().message();
    assertThat(shown.path("altText").asText()).isEqualTo("発送完了のお知らせ");
    assertThat(shown.toString()).contains("1234567", "https://example.com/status");
    assertThat(line.flex(shown.path("contents").toString()).status()).isEqualTo(200);
    assertThat(line.simulator.messages())
        .singleElement()
        .satisfies(
            taken -> {
              assertThat(taken.api()).isEqualTo("pnp/templated");
              assertThat(taken.to()).isEqualTo(TARO);
              assertThat(taken.deliveryTag()).isEqualTo(TAG);
              assertThat(taken.delivered()).isTrue();
              assertThat(taken.messages().at("/0/templateKey").asText())
                  .isEqualTo("shipment_completed_ja");
            });
  }

  @Test
  void a_flexible_message_is_answered_200() {
    var answer = line.post(FLEXIBLE, flexible(texts("お届けしました")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(line.taro().chat().getFirst().message().path("text").asText()).isEqualTo("お届けしました");
  }

  @Test
  void the_delivery_webhook_carries_the_tag_and_nobodys_id() {
    send(template());
    watch.awaitEnd();

    var event = line.bot.newest().event();
    assertThat(event.path("type").asText()).isEqualTo("delivery");
    assertThat(event.at("/delivery/data").asText()).isEqualTo(TAG);
    assertThat(event.has("source")).isFalse();
    assertThat(event.has("replyToken")).isFalse();
  }

  @Test
  void without_a_tag_the_delivery_webhook_carries_the_hash() {
    line.post(FLEXIBLE, flexible(texts("a")));
    watch.awaitEnd();

    assertThat(line.bot.newest().event().at("/delivery/data").asText()).isEqualTo(HASH);
  }

  @Test
  void a_delivery_webhook_can_be_late() {
    var late = NotificationRights.approved().with(Receipts.late(Duration.ofHours(3)));
    line.simulator.notifications(SHOP, late);
    send(template());
    assertThat(line.simulator.nextDue()).contains(line.clock.instant().plus(Duration.ofHours(3)));

    line.clock.forward(Duration.ofHours(3));
    line.simulator.runDue(line.clock.instant());
    watch.awaitEnd();

    var event = line.bot.newest().event();
    assertThat(event.at("/delivery/data").asText()).isEqualTo(TAG);
    assertThat(event.at("/deliveryContext/isRedelivery").asBoolean()).isFalse();
  }

  @Test
  void a_delivery_webhook_can_be_withheld_though_the_message_arrives() {
    line.simulator.notifications(SHOP, NotificationRights.approved().with(Receipts.withheld()));

    send(template());

    assertThat(line.taro().chat()).hasSize(1);
    assertThat(line.simulator.busy()).isFalse();
    assertThat(line.simulator.nextDue()).isEmpty();
    assertThat(line.bot.received()).isEmpty();
  }

  @Test
  void an_account_that_is_not_approved_is_403() {
    line.simulator.notifications(SHOP, NotificationRights.none());

    assertThat(send(template()).status()).isEqualTo(403);
    assertThat(line.post(FLEXIBLE, flexible(texts("a"))).message())
        .isEqualTo("Access to this API is not available for your account");
  }

  @Test
  void a_retry_key_is_refused() {
    var answer =
        line.post(
            TEMPLATED, template(), "X-Line-Retry-Key", "123e4567-e89b-12d3-a456-426614174000");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(line.simulator.messages()).isEmpty();
  }

  @Test
  void the_same_request_twice_sends_twice() {
    send(template());
    send(template());

    assertThat(line.taro().chat()).hasSize(2);
  }

  @Test
  void a_number_without_line_is_422() {
    line.simulator.phones().remove(TARO);

    var answer = send(template());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json()).isEqualTo(line.json("{\"message\":\"Failed to send messages\"}"));
    assertThat(line.simulator.messages()).isEmpty();
  }

  @Test
  void a_number_of_another_country_is_422() {
    line.simulator.phones().put(TARO, "+4930123456");

    var hash = "a909469fabf3f43d0b7b6c42a85a6e7e8ceb36c7a2f0f1b9c15b80dc16384cb7";
    assertThat(send(template().replace(HASH, hash)).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "NO_PRIVACY_CONSENT"})
  void who_did_not_agree_is_422(Reception reception) {
    line.simulator.phones().reception(TARO, reception);

    assertThat(send(template()).status()).isEqualTo(422);
  }

  @Test
  void a_blocker_is_answered_202_and_gets_nothing_not_even_after_unblocking() {
    done(line.taro().follow());
    done(line.taro().block());
    var before = line.bot.received().size();

    assertThat(send(template()).status()).isEqualTo(202);
    done(line.taro().follow());

    assertThat(line.taro().chat()).isEmpty();
    assertThat(line.bot.received()).hasSize(before + 1);
    assertThat(line.simulator.messages().getFirst().delivered()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_SET", "UNCONFIRMED"})
  void who_agrees_within_a_day_gets_what_waited(Reception reception) {
    line.simulator.phones().reception(TARO, reception);
    assertThat(send(template()).status()).isEqualTo(202);
    assertThat(line.taro().chat()).isEmpty();
    assertThat(line.simulator.messages().getFirst().delivered()).isFalse();

    line.clock.forward(DAY.minusSeconds(1));
    var receipts = done(line.simulator.phones().reception(TARO, Reception.AGREED));

    assertThat(receipts).hasSize(1);
    assertThat(line.taro().chat()).hasSize(1);
    assertThat(line.bot.newest().event().at("/delivery/data").asText()).isEqualTo(TAG);
    assertThat(line.simulator.messages().getFirst().delivered()).isTrue();
  }

  @Test
  void who_agrees_after_a_day_gets_nothing_of_it() {
    line.simulator.phones().reception(TARO, Reception.NOT_SET);
    send(template());

    line.clock.forward(DAY);

    assertThat(done(line.simulator.phones().reception(TARO, Reception.AGREED))).isEmpty();
    assertThat(line.taro().chat()).isEmpty();
  }

  @Test
  void who_refuses_first_gets_nothing_of_it_later() {
    line.simulator.phones().reception(TARO, Reception.NOT_SET);
    send(template());

    done(line.simulator.phones().reception(TARO, Reception.REFUSED));
    done(line.simulator.phones().reception(TARO, Reception.AGREED));

    assertThat(line.taro().chat()).isEmpty();
  }

  @Test
  void notification_messages_have_counters_of_their_own_and_leave_the_months_limit_alone() {
    send(template());
    line.post(FLEXIBLE, flexible(texts("a", "b")));
    line.newToken();

    assertThat(line.get("/v2/bot/message/quota/consumption").json().path("totalUsage").asInt())
        .isZero();
    line.clock.forward(DAY);
    line.newToken();
    assertThat(count("pnp/templated")).isOne();
    assertThat(count("pnp")).isOne();
    assertThat(count("push")).isZero();
  }

  @Test
  void a_stranger_who_got_one_sees_the_default_menu_may_write_and_may_block() {
    send(template());
    watch.awaitEnd();

    assertThat(done(line.taro().say("ありがとう"))).hasSize(1);
    done(line.taro().block());

    assertThat(line.bot.newest().event().path("type").asText()).isEqualTo("unfollow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fifteen-letters", ""})
  void a_tag_has_16_to_100_characters(String tag) {
    assertThat(line.post(TEMPLATED, template(), "X-Line-Delivery-Tag", tag).status())
        .isEqualTo(400);
    assertThat(line.post(TEMPLATED, template(), "X-Line-Delivery-Tag", "t".repeat(101)).status())
        .isEqualTo(400);
    assertThat(line.post(TEMPLATED, template(), "X-Line-Delivery-Tag", "t".repeat(100)).status())
        .isEqualTo(202);
  }

  @Test
  void what_is_wrong_with_a_templated_message_is_told_in_lines_words() {
    assertRefused(
        template().replace("shipment_completed_ja", "reserve_004"),
        "Invalid templateKey: reserve_004",
        "templateKey",
        "The specified template doesn't exist, or you don't have the permission");
    assertRefused(
        template().replace("number_001_ja", "datetime_000"),
        "The request body has 1 invalid key(s).",
        "body.items[0].itemKey",
        "The specified item key does not exist: datetime_000");
    assertRefused(
        template().replace("number_001_ja", "date_002_ja"),
        "The request body has 1 error(s)",
        "body.emphasizedItem.itemKey",
        "Duplicate itemKey in items or between emphasizedItem and items are not allowed: "
            + "date_002_ja");
    assertRefused(
        template().replace(HASH, PHONE),
        "The request body has 1 error(s)",
        "to",
        "The value must be a valid SHA-256 digest.");
    assertRefused(
        template().replace("11月23日", "1".repeat(16)),
        "The request body has 1 error(s)",
        "body.emphasizedItem.content",
        "Length must be between 0 and 15");
  }

  @Test
  void a_flexible_message_takes_no_picture() {
    var picture =
        "\"messages\":[{\"type\":\"image\",\"originalContentUrl\":\"https://example.com/a.png\","
            + "\"previewImageUrl\":\"https://example.com/a.png\"}]";

    assertThat(line.post(FLEXIBLE, flexible(picture)).status()).isEqualTo(400);
  }

  @Test
  void a_number_belongs_to_one_person_and_is_one() {
    var phones = line.simulator.phones();
    phones.put(HANA, PHONE);

    assertThat(phones.number(TARO)).isEmpty();
    assertThat(phones.number(HANA)).contains(PHONE);
    assertThatThrownBy(() -> phones.put(TARO, "080-0000-1234"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> phones.put(Line.NOBODY, "+818000005678"))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void an_accepted_message_whose_answer_is_lost_still_arrives() {
    var patient = Settings.defaults().withPatience(Duration.ofSeconds(2), Duration.ofMillis(10));
    try (var lossy = new Line(patient)) {
      lossy.simulator.notifications(SHOP, NotificationRights.approved());
      lossy.simulator.phones().put(TARO, PHONE);
      lossy.simulator.fault(FaultKind.TIMEOUT_AFTER_ACCEPT, new FaultAmount.Count(1), 1);

      assertThatThrownBy(() -> lossy.post(TEMPLATED, template())).isInstanceOf(Line.NoAnswer.class);

      assertThat(lossy.taro().chat()).hasSize(1);
    }
  }

  private void assertRefused(String body, String message, String property, String detail) {
    var answer = send(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).isEqualTo(message);
    assertThat(answer.json().at("/details/0/property").asText()).isEqualTo(property);
    assertThat(answer.json().at("/details/0/message").asText()).isEqualTo(detail);
  }

  private int count(String api) {
    return line.get("/v2/bot/message/delivery/%s?date=20261122".formatted(api))
        .json()
        .path("success")
        .asInt(-1);
  }

  private Line.Reply send(String body) {
    return line.post(TEMPLATED, body, "X-Line-Delivery-Tag", TAG);
  }

  private static String flexible(String messages) {
    return "{\"to\":\"%s\",%s}".formatted(HASH, messages);
  }

  private static String template() {
    return """
        {"to":"%s","templateKey":"shipment_completed_ja","body":{
          "emphasizedItem":{"itemKey":"date_002_ja","content":"11月23日"},
          "items":[{"itemKey":"number_001_ja","content":"1234567"}],
          "buttons":[{"buttonKey":"check_delivery_status_ja","url":"https://example.com/status"}]}}
        """
        .formatted(HASH);
  }
}
