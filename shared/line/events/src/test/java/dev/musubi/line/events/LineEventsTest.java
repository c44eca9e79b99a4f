package dev.musubi.line.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.LineSignal;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.ReplyToken;
import dev.musubi.core.shop.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineEventsTest {
  private static final LineUserId HANA = new LineUserId("U0123456789abcdef0123456789abcdef");

  private final LineEvents events = new LineEvents();

  @Test
  void a_signal_says_who_when_and_how_to_answer() {
    assertThat(
            events.read(
                """
                {"type":"follow","mode":"active","timestamp":1772355601000,
                 "source":{"type":"user","userId":"U0123456789abcdef0123456789abcdef"},
                 "webhookEventId":"01JN","deliveryContext":{"isRedelivery":true},
                 "replyToken":"t","follow":{"isUnblocked":true}}
                """))
        .isEqualTo(
            new LineSignal.Followed(
                new LineSignal.From(
                    "01JN",
                    HANA,
                    Instant.parse("2026-03-01T09:00:01Z"),
                    Optional.of(new ReplyToken("t")))));
  }

  @ParameterizedTest
  @CsvSource({
    "followed, Followed",
    "notice-delivered, NoticeDelivered",
    "notice-delivered-with-foreign-tag, NoticeDelivered",
    "blocked, Blocked",
    "unlink-asked, UnlinkAsked",
    "unlink-asked-in-words, UnlinkAsked",
    "said-something, Spoke",
    "unknown-message-type, Spoke",
    "account-linked, LinkConfirmed",
    "account-linked-with-invented-nonce, LinkConfirmed",
    "account-link-failed, Other",
    "unknown-event-type, Other",
    "in-a-group, Other",
    "standby, Other",
    "without-ids, Followed"
  })
  void each_meaning_has_its_signal(String meaning, String signal) {
    assertThat(one(meaning).getClass().getSimpleName()).isEqualTo(signal);
  }

  @ParameterizedTest
  @CsvSource({
    "link-asked-from-menu, RICH_MENU",
    "link-asked-from-greeting, GREETING",
    "link-asked-in-words, CHAT"
  })
  void a_wish_to_link_names_where_it_came_from(String meaning, EntryRoute route) {
    assertThat(one(meaning))
        .isInstanceOfSatisfying(
            LineSignal.LinkAsked.class, asked -> assertThat(asked.route()).isEqualTo(route));
  }

  @ParameterizedTest
  @CsvSource({"stopped, false", "resumed, true"})
  void a_kind_of_message_can_be_stopped_and_resumed(String meaning, boolean on) {
    assertThat(one(meaning))
        .isInstanceOfSatisfying(
            LineSignal.Wished.class,
            wished -> assertThat(wished.wish()).isEqualTo(new ChatCommand.Prefer(Kind.BROWSE, on)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"連携", "LINE連携", "Line連携\n", "ｌｉｎｋ", " LINK "})
  void who_writes_just_the_word_wants_to_link(String text) {
    assertThat(events.read(said(text))).isInstanceOf(LineSignal.LinkAsked.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"配信設定", "停止", " Stop", "PREFERENCES", "Ｓｅｔｔｉｎｇｓ", "配信停止", "再開"})
  void who_writes_just_the_word_is_shown_what_can_be_chosen(String text) {
    assertThat(events.read(said(text))).isInstanceOf(LineSignal.PreferencesAsked.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop it", "配信設定ってなに", "stopped"})
  void a_sentence_with_such_a_word_in_it_is_not_one(String text) {
    assertThat(events.read(said(text))).isInstanceOf(LineSignal.Spoke.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"連携ってなに", "LINE 連携", "linked", "unlink me", "", "解除"})
  void who_writes_more_than_the_word_only_speaks(String text) {
    assertThat(events.read(said(text))).isInstanceOf(LineSignal.Spoke.class);
  }

  @Test
  void the_same_event_delivered_again_has_the_same_id() {
    List<String> twice = Samples.inbound("same-event-twice-in-a-batch");
    assertThat(events.read(twice.getLast())).isEqualTo(events.read(twice.getFirst()));
  }

  @Test
  void an_event_without_an_id_gets_one_that_a_redelivery_shares_and_another_event_does_not() {
    String first = said("x").replace("\"webhookEventId\":\"1\",", "");
    String again = "{\"deliveryContext\":{\"isRedelivery\":true}," + first.substring(1);
    assertThat(events.read(again)).isEqualTo(events.read(first));
    assertThat(events.read(first.replace("\"x\"", "\"y\""))).isNotEqualTo(events.read(first));
  }

  @Test
  void one_malformed_event_does_not_touch_its_neighbours() {
    List<String> three = Samples.inbound("one-malformed-among-good");
    assertThat(events.read(three.get(0))).isInstanceOf(LineSignal.Followed.class);
    assertThatThrownBy(() -> events.read(three.get(1)))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining("'timestamp'");
    assertThat(events.read(three.get(2))).isInstanceOf(LineSignal.Spoke.class);
  }

  @Test
  void hostile_texts_are_only_texts() {
    assertThat(Samples.inbound("hostile-texts"))
        .hasSize(3)
        .allSatisfy(event -> assertThat(events.read(event)).isInstanceOf(LineSignal.Spoke.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"type\":1}",
        "{\"type\":\"follow\"}{}",
        "{\"type\":\"message\",\"timestamp\":1,\"source\":USER}",
        "{\"type\":\"message\",\"timestamp\":1,\"source\":USER,\"message\":{\"type\":\"text\"}}",
        "{\"type\":\"postback\",\"timestamp\":1,\"source\":USER}",
        "{\"type\":\"postback\",\"timestamp\":1,\"source\":USER,\"postback\":{\"data\":{}}}",
        "{\"type\":\"accountLink\",\"timestamp\":1,\"source\":USER,\"link\":{\"result\":\"ok\"}}",
        "{\"type\":\"follow\",\"source\":USER}",
        "{\"type\":\"follow\",\"timestamp\":1.5,\"source\":USER}",
        "{\"type\":\"follow\",\"timestamp\":99999999999999999999,\"source\":USER}"
      })
  void what_LINE_cannot_mean_is_refused_without_quoting_it(String event) {
    String user = "{\"type\":\"user\",\"userId\":\"" + HANA.value() + "\"}";
    assertThatThrownBy(() -> events.read(event.replace("USER", user)))
        .isInstanceOf(UnreadableEventException.class)
        .hasNoCause()
        .message()
        .doesNotContain(HANA.value());
  }

  @Test
  void the_sample_that_is_not_json_is_refused() {
    assertThatThrownBy(() -> one("not-json")).isInstanceOf(UnreadableEventException.class);
  }

  private LineSignal one(String meaning) {
    return events.read(Samples.inbound(meaning).getFirst());
  }

  private static String said(String text) {
    return """
    {"type":"message","timestamp":1,"webhookEventId":"1",\
    "source":{"type":"user","userId":"%s"},\
    "message":{"id":"1","type":"text","text":"%s"}}"""
        .formatted(HANA.value(), text.replace("\n", "\\n"));
  }
}
