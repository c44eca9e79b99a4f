package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * With LINE's descriptions at hand every call, answer and webhook in these tests is held against
 * them; here, that the holding is done in earnest.
 */
@EnabledIfEnvironmentVariable(named = "MUSUBI_SHARED", matches = ".+")
class OpenApiTest {
  private final OpenApiCheck check = OpenApiCheck.fromEnvironment().orElseThrow();

  @Test
  void an_answer_that_line_does_not_declare_is_found() {
    check.checkAnswer("GET", "/v2/bot/message/quota", 200, "{\"type\":\"none\"}");

    assertThatThrownBy(
            () -> check.checkAnswer("GET", "/v2/bot/message/quota", 200, "{\"type\":\"all\"}"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(
            () -> check.checkAnswer("GET", "/v2/bot/profile/" + HANA, 200, "{\"userId\":\"U\"}"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(
            () -> check.checkAnswer("POST", "/oauth2/v3/token", 200, "{\"access_token\":\"a\"}"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(
            () -> check.checkAnswer("GET", "/v2/bot/audienceGroup/list", 200, "{\"page\":\"1\"}"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void an_accepted_call_that_line_does_not_declare_is_found() {
    check.checkCall(push("{\"to\":\"a\",\"messages\":[{\"type\":\"text\",\"text\":\"a\"}]}"));

    assertThatThrownBy(() -> check.checkCall(push("{\"to\":\"a\",\"messages\":[]}")))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(
            () -> check.checkCall(push("{\"messages\":[{\"type\":\"text\",\"text\":\"a\"}]}")))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void a_webhook_that_line_does_not_declare_is_found() {
    var envelope = "{\"destination\":\"" + Line.BOT_USER + "\",\"events\":[%s]}";
    check.checkWebhook(envelope.formatted(""));

    assertThatThrownBy(() -> check.checkWebhook(envelope.formatted("{\"type\":\"follow\"}")))
        .isInstanceOf(AssertionError.class);
  }

  private static Exchange push(String body) {
    return new Exchange(
        "POST", URI.create("/v2/bot/message/push"), "application/json", body, 200, "", "");
  }
}
