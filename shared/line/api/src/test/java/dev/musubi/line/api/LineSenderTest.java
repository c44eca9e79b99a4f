package dev.musubi.line.api;

import static dev.musubi.line.api.Setting.HANA;
import static dev.musubi.line.api.Setting.KEY;
import static dev.musubi.line.api.Setting.MESSAGE;
import static dev.musubi.line.api.Setting.RICE;
import static dev.musubi.line.api.Setting.STRANGER;
import static dev.musubi.line.api.Setting.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.ReplyToken;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.wording.Rendered;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineSenderTest {
  private static final String PUSH = "POST /v2/bot/message/push";
  private static final String REPLY = "POST /v2/bot/message/reply";
  private static final String TOKEN = "POST /oauth2/v3/token";

  private Setting setting;
  private LineSender sender;

  @BeforeEach
  void start() throws IOException {
    setting = new Setting();
    sender = new LineSender(setting.calls);
  }

  @AfterEach
  void stop() {
    setting.close();
  }

  @Test
  void a_push_carries_the_retry_key_from_the_first_try_on() throws IOException {
    assertThat(push()).isInstanceOf(WireOutcome.Accepted.class);
    StubLine.Asked asked = only(PUSH);
    assertThat(asked.header("x-line-retry-key")).isEqualTo(KEY.uuid().toString());
    assertThat(asked.header("authorization")).isEqualTo("Bearer token-1");
    JsonNode body = new ObjectMapper().readTree(asked.body());
    assertThat(body.path("to").asText()).isEqualTo(HANA.value());
    assertThat(body.path("messages")).isEqualTo(new ObjectMapper().readTree(MESSAGE.messages()));
  }

  @Test
  void one_content_makes_one_body() {
    push();
    new LineSender(setting.calls).push(TEA, KEY, HANA, MESSAGE);
    List<StubLine.Asked> asked = setting.line.asked(PUSH);
    assertThat(asked).hasSize(2);
    assertThat(asked.getLast().body()).isEqualTo(asked.getFirst().body());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 410, 413, 415, 422})
  void a_definite_no_is_refused_with_LINEs_reason(int status) {
    setting.line.on(
        PUSH,
        status,
        "{\"message\":\"The request body has 1 error(s)\",\"details\":[{\"message\":\"May not be"
            + " empty\",\"property\":\"messages[0].text\"}]}");
    assertThat(push())
        .isEqualTo(
            new WireOutcome.Refused(
                status + " The request body has 1 error(s); messages[0].text: May not be empty"));
  }

  @Test
  void a_reason_is_short_and_names_nobody() {
    setting.line.on(
        PUSH, 400, "{\"message\":\"No user " + HANA.value() + " " + "x".repeat(300) + "\"}");
    assertThat(push())
        .isInstanceOfSatisfying(
            WireOutcome.Refused.class,
            refused ->
                assertThat(refused.code()).startsWith("400 No user … xxx").hasSizeLessThan(110));
  }

  @Test
  void a_retry_key_that_was_accepted_before_counts_as_accepted() {
    setting.line.on(
        PUSH,
        new StubLine.Reply.Status(
            409,
            "{\"message\":\"The retry key is already accepted\"}",
            Map.of("x-line-accepted-request-id", "first")));
    assertThat(push()).isEqualTo(new WireOutcome.Accepted("first"));
  }

  @ParameterizedTest
  @CsvSource({
    "You have reached your monthly limit., MonthlyLimit",
    "The API rate limit has been exceeded. Try again later., Throttled",
    "'', Throttled"
  })
  void too_many_requests_are_told_from_too_many_messages_by_the_text(String text, String outcome) {
    setting.line.on(PUSH, 429, "{\"message\":\"" + text + "\"}");
    assertThat(push().getClass().getSimpleName()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"500, {}", "502, <html>", "503, ''", "200, <html>", "302, ''", "408, {}"})
  void an_answer_that_says_nothing_is_unclear(int status, String body) {
    setting.line.on(PUSH, status, body);
    assertThat(push()).isInstanceOf(WireOutcome.Unclear.class);
  }

  @Test
  void a_broken_connection_is_unclear() {
    setting.line.on(PUSH, new StubLine.Reply.Drop());
    assertThat(push()).isInstanceOf(WireOutcome.Unclear.class);
  }

  @Test
  void no_answer_in_time_is_unclear() {
    setting.line.on(PUSH, new StubLine.Reply.Silence());
    assertThat(push()).isInstanceOf(WireOutcome.Unclear.class);
  }

  @Test
  void a_refused_token_is_renewed_once_and_the_same_request_sent_again() {
    setting.line.on(PUSH, 401, "{}").on(PUSH, 200, "{\"sentMessages\":[]}");
    assertThat(push()).isInstanceOf(WireOutcome.Accepted.class);
    List<StubLine.Asked> asked = setting.line.asked(PUSH);
    assertThat(asked)
        .extracting(a -> a.header("authorization"))
        .containsExactly("Bearer token-1", "Bearer token-2");
    assertThat(asked.getLast().body()).isEqualTo(asked.getFirst().body());
    assertThat(asked.getLast().header("x-line-retry-key"))
        .isEqualTo(asked.getFirst().header("x-line-retry-key"));
  }

  @Test
  void a_new_token_that_is_refused_too_is_the_end() {
    setting.line.on(PUSH, 401, "{}");
    assertThat(push()).isEqualTo(new WireOutcome.TokenRejected());
    assertThat(setting.line.asked(PUSH)).hasSize(2);
  }

  @Test
  void credentials_that_LINE_does_not_take_send_nothing() {
    setting.line.on(TOKEN, 400, "{\"error\":\"invalid_request\"}");
    assertThat(push()).isEqualTo(new WireOutcome.TokenRejected());
    assertThat(sender.push(STRANGER, KEY, HANA, MESSAGE))
        .isEqualTo(new WireOutcome.TokenRejected());
    assertThat(setting.line.lines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"500, ''", "429, {}", "200, {}", "200, <html>"})
  void without_a_token_nothing_is_sent_and_it_is_tried_again(int status, String body) {
    setting.line.on(TOKEN, status, body);
    assertThat(push()).isInstanceOf(WireOutcome.Unclear.class);
    assertThat(setting.line.lines()).isEmpty();
  }

  @Test
  void while_no_token_is_to_be_had_the_next_sends_do_not_ask_for_one_again() {
    setting.line.on(TOKEN, 500, "").on(TOKEN, 200, "{\"access_token\":\"late\"}");
    assertThat(push()).isInstanceOf(WireOutcome.Unclear.class);
    assertThat(push()).isInstanceOf(WireOutcome.Unclear.class);
    assertThat(setting.line.asked(TOKEN)).hasSize(1);
    setting.later(StatelessTokens.FAILURE_KEPT);
    assertThat(push()).isInstanceOf(WireOutcome.Accepted.class);
  }

  @Test
  void during_a_rotation_the_previous_secret_is_good_too() {
    setting
        .line
        .on(TOKEN, 400, "{\"error\":\"invalid_request\"}")
        .on(TOKEN, 200, "{\"access_token\":\"by-old\"}");
    assertThat(push()).isInstanceOf(WireOutcome.Accepted.class);
    assertThat(setting.line.asked(TOKEN).getFirst().text())
        .contains("client_secret=tea-secret-new");
    assertThat(setting.line.asked(TOKEN).getLast().text())
        .isEqualTo(
            "grant_type=client_credentials&client_id=1650000001&client_secret=tea-secret-old");
  }

  @Test
  void a_token_is_used_for_twelve_minutes() {
    push();
    setting.later(Duration.ofMinutes(12).minusSeconds(1));
    push();
    assertThat(setting.line.asked(TOKEN)).hasSize(1);
    setting.later(Duration.ofSeconds(1));
    push();
    assertThat(setting.line.asked(TOKEN)).hasSize(2);
    assertThat(setting.line.asked(PUSH).getLast().header("authorization"))
        .isEqualTo("Bearer token-2");
  }

  @Test
  void each_shop_sends_with_its_own_token() {
    push();
    sender.push(RICE, KEY, HANA, MESSAGE);
    push();
    assertThat(setting.line.asked(PUSH))
        .extracting(a -> a.header("authorization"))
        .containsExactly("Bearer token-1", "Bearer token-2", "Bearer token-1");
    assertThat(setting.line.asked(TOKEN).getLast().text()).contains("client_id=1650000002");
  }

  @Test
  void an_answer_that_sends_us_elsewhere_is_not_followed() {
    setting.line.on(
        PUSH, new StubLine.Reply.Status(307, "{}", Map.of("Location", "/somewhere-else")));
    assertThat(push()).isEqualTo(new WireOutcome.Unclear("307"));
    assertThat(setting.line.lines()).containsExactly(PUSH);
  }

  @Test
  void shops_that_send_at_the_same_time_never_lend_each_other_a_token() throws Exception {
    LineUserId riku = new LineUserId("Ufedcba9876543210fedcba9876543210");
    try (Setting patient = new Setting(Duration.ofMinutes(1));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      LineSender ours = new LineSender(patient.calls);
      ours.push(TEA, KEY, HANA, MESSAGE);
      ours.push(RICE, KEY, riku, MESSAGE);
      List<Callable<WireOutcome>> sends =
          List.of(
              () -> ours.push(TEA, KEY, HANA, MESSAGE), () -> ours.push(RICE, KEY, riku, MESSAGE));
      for (Future<WireOutcome> sent :
          threads.invokeAll(
              Collections.nCopies(50, sends).stream().flatMap(List::stream).toList())) {
        assertThat(sent.get()).isInstanceOf(WireOutcome.Accepted.class);
      }
      assertThat(tokensOfPushesTo(HANA, patient)).hasSize(51).containsOnly("Bearer token-1");
      assertThat(tokensOfPushesTo(riku, patient)).hasSize(51).containsOnly("Bearer token-2");
    }
  }

  private static List<String> tokensOfPushesTo(LineUserId user, Setting setting) {
    return setting.line.asked(PUSH).stream()
        .filter(asked -> asked.text().contains(user.value()))
        .map(asked -> asked.header("authorization"))
        .toList();
  }

  @Test
  void a_reply_has_no_retry_key_because_LINE_refuses_one_there() {
    assertThat(sender.reply(TEA, new ReplyToken("reply-once"), MESSAGE))
        .isInstanceOf(WireOutcome.Accepted.class);
    assertThat(only(REPLY).headers()).doesNotContainKey("x-line-retry-key");
    assertThat(only(REPLY).text()).contains("\"replyToken\":\"reply-once\"");
  }

  @Test
  void a_reply_token_that_is_used_up_is_refused() {
    setting.line.on(REPLY, 400, "{\"message\":\"Invalid reply token\"}");
    assertThat(sender.reply(TEA, new ReplyToken("used"), MESSAGE))
        .isEqualTo(new WireOutcome.Refused("400 Invalid reply token"));
  }

  @Test
  void what_is_no_message_is_our_own_mistake() {
    assertThatThrownBy(() -> sender.push(TEA, KEY, HANA, new Rendered("{")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause();
  }

  private WireOutcome push() {
    return sender.push(TEA, KEY, HANA, MESSAGE);
  }

  private StubLine.Asked only(String line) {
    assertThat(setting.line.asked(line)).hasSize(1);
    return setting.line.asked(line).getFirst();
  }
}
