package dev.musubi.local.line;

import static dev.musubi.local.line.Line.CHANNEL_ID;
import static dev.musubi.local.line.Line.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenTest {
  private final Line line = new Line();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void a_channels_id_and_secret_earn_a_token_for_900_seconds() {
    var token = line.form("client_credentials", CHANNEL_ID, SECRET).json();

    assertThat(token.path("token_type").asText()).isEqualTo("Bearer");
    assertThat(token.path("expires_in").asInt()).isEqualTo(900);
  }

  @Test
  void a_token_expires_on_the_clock() {
    line.clock.forward(Duration.ofSeconds(899));
    assertThat(line.get("/v2/bot/info").status()).isEqualTo(200);

    line.clock.forward(Duration.ofSeconds(1));

    var late = line.get("/v2/bot/info");
    assertThat(late.status()).isEqualTo(401);
    assertThat(late.message()).startsWith("Authentication failed due to the following reason:");
    assertThat(late.header("x-line-request-id")).isPresent();
  }

  @Test
  void a_call_without_or_with_a_wrong_token_is_refused() {
    var bare = line.send(HttpRequest.newBuilder(line.at("/v2/bot/info")).GET());
    var wrong =
        line.send(
            HttpRequest.newBuilder(line.at("/v2/bot/info")).header("Authorization", "Bearer x"));

    assertThat(bare.status()).isEqualTo(401);
    assertThat(wrong.status()).isEqualTo(401);
  }

  @Test
  void a_wrong_secret_is_refused_in_the_oauth_shape() {
    var refused = line.form("client_credentials", CHANNEL_ID, "wrong");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("error").asText()).isEqualTo("invalid_request");
    assertThat(refused.json().path("error_description").asText())
        .isEqualTo("Invalid 'client_credentials'.");
    assertThat(line.form("password", CHANNEL_ID, SECRET).json().path("error").asText())
        .isEqualTo("unsupported_grant_type");
  }

  @Test
  void an_account_knows_its_own_name_and_quota() {
    var info = line.get("/v2/bot/info").json();
    assertThat(info.path("userId").asText()).isEqualTo(Line.BOT_USER);
    assertThat(info.path("basicId").asText()).isEqualTo("@hana");
    assertThat(line.get("/v2/bot/message/quota").json())
        .isEqualTo(line.json("{\"type\":\"none\"}"));
  }

  @Test
  void a_path_that_line_does_not_have_is_not_found() {
    assertThat(line.get("/v2/bot/nothing").message()).isEqualTo("Not found");
  }

  @Test
  void a_body_that_is_no_json_is_answered_with_its_place() {
    var broken = line.post("/v2/bot/message/push", "{\"to\":");

    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.message())
        .startsWith("The request body could not be parsed as JSON (line: 1");
  }

  @Test
  void a_body_over_two_megabytes_is_413() {
    assertThat(line.push(Line.HANA, "a".repeat(2_100_000)).status()).isEqualTo(413);
  }

  @Test
  void a_loading_animation_takes_multiples_of_five_seconds() {
    assertThat(loading(20).status()).isEqualTo(202);
    assertThat(loading(21).status()).isEqualTo(400);
    assertThat(loading(65).status()).isEqualTo(400);
  }

  private Line.Reply loading(int seconds) {
    return line.post(
        "/v2/bot/chat/loading/start",
        "{\"chatId\":\"%s\",\"loadingSeconds\":%d}".formatted(Line.HANA, seconds));
  }
}
