package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static dev.musubi.local.line.Line.NOBODY;
import static dev.musubi.local.line.Line.texts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The errors that LINE's reference shows as examples come as it shows them.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/">Messaging API
 *     reference</a>
 */
class DocumentedErrorsTest {
  private final Line line = new Line();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void six_messages_are_one_too_many() {
    assertError(
        line.post("/v2/bot/message/validate/push", "{" + texts("1", "2", "3", "4", "5", "6") + "}"),
        400,
        "{`message`:`The request body has 1 error(s)`,`details`:[{`message`:"
            + "`Size must be between 1 and 5`,`property`:`messages`}]}");
  }

  @Test
  void a_text_has_5000_characters_at_most() {
    assertError(
        line.post("/v2/bot/message/validate/push", "{" + texts("a".repeat(5001)) + "}"),
        400,
        "{`message`:`The request body has 1 error(s)`,`details`:[{`message`:"
            + "`Length must be between 0 and 5000`,`property`:`messages[0].text`}]}");
  }

  @Test
  void a_text_is_not_empty() {
    assertError(
        line.post("/v2/bot/message/validate/push", "{" + texts("") + "}"),
        400,
        "{`message`:`The request body has 1 error(s)`,`details`:[{`message`:"
            + "`May not be empty`,`property`:`messages[0].text`}]}");
  }

  @Test
  void a_reply_token_that_is_none_is_invalid() {
    assertError(
        line.post("/v2/bot/message/reply", "{\"replyToken\":\"x\"," + texts("a") + "}"),
        400,
        "{`message`:`Invalid reply token`}");
  }

  @Test
  void a_message_to_nobody_fails() {
    assertError(line.push(NOBODY, "a"), 400, "{`message`:`Failed to send messages`}");
  }

  @Test
  void a_date_has_eight_digits() {
    assertError(
        line.get("/v2/bot/message/delivery/push?date=2026-11-22"),
        400,
        "{`message`:`The value for the 'date' parameter is invalid`}");
  }

  @Test
  void a_strangers_profile_is_not_found() {
    assertError(line.get("/v2/bot/profile/" + NOBODY), 404, "{`message`:`Not found`}");
  }

  @Test
  void a_person_may_have_no_menu() {
    assertError(
        line.get("/v2/bot/user/" + HANA + "/richmenu"),
        404,
        "{`message`:`the user has no richmenu`,`details`:[]}");
  }

  @Test
  void an_audience_may_not_exist() {
    assertError(
        line.get("/v2/bot/audienceGroup/1"),
        400,
        "{`message`:`audience group not found`,`details`:[{`message`:`AUDIENCE_GROUP_NOT_FOUND`}]}");
  }

  @Test
  void a_channels_secret_may_be_wrong() {
    assertError(
        line.form("client_credentials", Line.CHANNEL_ID, "wrong"),
        400,
        "{`error`:`invalid_request`,`error_description`:`Invalid 'client_credentials'.`}");
    assertError(
        line.form(
            "/v2/oauth/accessToken", "",
            "grant_type", "client_credentials",
            "client_id", "1",
            "client_secret", "wrong"),
        400,
        "{`error`:`invalid_client`,`error_description`:`invalid client_id`}");
  }

  @Test
  void a_token_may_be_no_token() {
    assertError(
        line.get("/oauth2/v2.1/verify?access_token=x"),
        400,
        "{`error`:`invalid_request`,`error_description`:`The access token not JWS`}");
  }

  private void assertError(Line.Reply reply, int status, String json) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json()).isEqualTo(line.json(json.replace('`', '"')));
  }
}
