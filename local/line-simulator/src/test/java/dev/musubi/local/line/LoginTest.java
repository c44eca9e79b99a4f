package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static dev.musubi.local.line.Line.TARO;
import static dev.musubi.local.line.Line.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginTest {
  private static final Duration MONTH = Duration.ofDays(30);

  private final Watch watch = new Watch();
  private final Line line = new Line(Line.PATIENT, watch);
  private final Login login = new Login(line);

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void a_person_who_agrees_comes_back_with_a_code_that_becomes_tokens() {
    var back = login.agree(TARO);

    assertThat(back.get("state")).isEqualTo("s-1");
    var tokens = login.token(back.get("code")).json();
    assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
    assertThat(tokens.path("expires_in").asLong()).isEqualTo(MONTH.toSeconds());
    assertThat(tokens.path("scope").asText()).isEqualTo("profile openid");
    var access = tokens.path("access_token").asText();
    assertThat(line.get("/v2/profile", access).json())
        .isEqualTo(line.json("{\"userId\":\"%s\",\"displayName\":\"太郎\"}".formatted(TARO)));
    var verified = line.get("/oauth2/v2.1/verify?access_token=" + access).json();
    assertThat(verified.path("client_id").asText()).isEqualTo(Login.CHANNEL);
    assertThat(line.get("/oauth2/v2.1/userinfo", access).json().path("sub").asText())
        .isEqualTo(TARO);
  }

  @Test
  void the_id_token_says_who_came_and_repeats_the_nonce() {
    var tokens = login.token(login.agree(TARO, "nonce", "n-1").get("code")).json();
    var idToken = tokens.path("id_token").asText();

    var payload = login.verify(idToken, "nonce", "n-1").json();
    assertThat(payload.path("iss").asText()).isEqualTo("https://access.line.me");
    assertThat(payload.path("sub").asText()).isEqualTo(TARO);
    assertThat(payload.path("aud").asText()).isEqualTo(Login.CHANNEL);
    assertThat(payload.path("name").asText()).isEqualTo("太郎");
    assertThat(login.verify(idToken, "nonce", "n-2").json().path("error_description").asText())
        .isEqualTo("Invalid IdToken Nonce.");
    assertThat(login.verify(idToken, "user_id", HANA).status()).isEqualTo(400);
    assertThat(login.verify("x" + idToken).status()).isEqualTo(400);
    line.clock.forward(Duration.ofHours(1));
    assertThat(login.verify(idToken).json().path("error_description").asText())
        .isEqualTo("IdToken expired.");
  }

  @Test
  void a_code_is_good_once_and_for_ten_minutes() {
    var code = login.agree(TARO).get("code");
    assertThat(login.token(code).status()).isEqualTo(200);
    assertThat(login.token(code).json().path("error").asText()).isEqualTo("invalid_grant");

    var late = login.agree(TARO).get("code");
    line.clock.forward(Duration.ofMinutes(10));
    assertThat(login.token(late).status()).isEqualTo(400);
  }

  @Test
  void a_code_is_spent_even_by_a_call_that_fails() {
    var code = login.agree(TARO).get("code");

    assertThat(login.token(code, "client_secret", "wrong").status()).isEqualTo(400);

    assertThat(login.token(code).status()).isEqualTo(400);
  }

  @Test
  void a_code_with_a_challenge_needs_its_verifier() {
    var verifier = "v".repeat(43);
    String[] challenge = {
      "code_challenge", Digests.base64Url(verifier), "code_challenge_method", "S256"
    };

    assertThat(login.token(login.agree(TARO, challenge).get("code")).status()).isEqualTo(400);
    var wrong = login.agree(TARO, challenge).get("code");
    assertThat(login.token(wrong, "code_verifier", "w".repeat(43)).status()).isEqualTo(400);
    var right = login.agree(TARO, challenge).get("code");
    assertThat(login.token(right, "code_verifier", verifier).status()).isEqualTo(200);
  }

  @Test
  void tokens_are_refreshed_for_ninety_days_and_that_end_stays() {
    var tokens = login.token(login.agree(TARO).get("code")).json();
    line.clock.forward(MONTH);
    assertThat(line.get("/v2/profile", tokens.path("access_token").asText()).status())
        .isEqualTo(401);

    var refreshed = login.refresh(tokens.path("refresh_token").asText()).json();
    assertThat(line.get("/v2/profile", refreshed.path("access_token").asText()).status())
        .isEqualTo(200);

    line.clock.forward(MONTH.plus(MONTH));
    assertThat(login.refresh(refreshed.path("refresh_token").asText()).status()).isEqualTo(400);
  }

  @Test
  void a_person_who_declines_comes_back_with_an_error() {
    var back = login.decide(TARO, "no");

    assertThat(back).containsEntry("error", "access_denied").containsEntry("state", "s-1");
    assertThat(back).doesNotContainKey("code");
  }

  @Test
  void the_add_friend_option_makes_a_friend_and_says_so() {
    var back = login.agree(TARO, "bot_prompt", "normal", "befriend", "true");
    watch.awaitEnd();

    assertThat(back).containsEntry("friendship_status_changed", "true");
    assertThat(line.taro().friend()).isTrue();
    assertThat(line.bot.newest().event().path("type").asText()).isEqualTo("follow");
    var access = login.token(back.get("code")).json().path("access_token").asText();
    assertThat(friend(access)).isTrue();
    done(line.taro().block());
    assertThat(friend(access)).isFalse();
  }

  @Test
  void who_does_not_take_the_option_comes_back_unchanged_and_a_friend_is_not_asked() {
    assertThat(login.agree(TARO, "bot_prompt", "normal"))
        .containsEntry("friendship_status_changed", "false");
    assertThat(login.agree(HANA, "bot_prompt", "normal"))
        .doesNotContainKey("friendship_status_changed");
    assertThat(login.agree(TARO)).doesNotContainKey("friendship_status_changed");
  }

  @Test
  void the_aggressive_option_is_a_page_of_its_own() {
    var page = login.post(TARO, "bot_prompt", "aggressive", "decision", "yes");

    assertThat(page.status()).isEqualTo(200);
    assertThat(Login.text(page)).contains("花の店 を友だち追加しますか。");
    assertThat(login.agree(TARO, "bot_prompt", "aggressive", "befriend", "false"))
        .containsEntry("friendship_status_changed", "false");
  }

  @Test
  void a_channel_lets_go_of_a_person_by_a_stateless_token_of_its_own() {
    var access = login.token(login.agree(TARO).get("code")).json().path("access_token").asText();

    assertThat(login.deauthorize(line.token(), access).status()).isEqualTo(401);
    assertThat(login.deauthorize(login.channelToken(), access).status()).isEqualTo(204);

    assertThat(line.get("/v2/profile", access).status()).isEqualTo(401);
    var again = login.deauthorize(login.channelToken(), access);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.message()).isEqualTo("invalid token");
  }

  @Test
  void a_token_opens_only_what_its_scopes_name_until_it_is_revoked() {
    var access =
        login
            .token(login.agree(TARO, "scope", "openid").get("code"))
            .json()
            .path("access_token")
            .asText();
    assertThat(line.get("/v2/profile", access).status()).isEqualTo(403);
    assertThat(line.get("/friendship/v1/status", access).status()).isEqualTo(403);

    login.revoke(access);

    assertThat(line.get("/oauth2/v2.1/userinfo", access).status()).isEqualTo(401);
  }

  @Test
  void who_consented_once_passes_silently_and_nobody_else() {
    assertThat(login.silently(TARO)).containsEntry("error", "interaction_required");

    login.agree(TARO);

    assertThat(login.silently(TARO)).containsKey("code");
  }

  @ParameterizedTest
  @CsvSource({
    "response_type, token",
    "state, ''",
    "scope, admin",
    "scope, email",
    "code_challenge, short",
    "bot_prompt, always"
  })
  void a_request_that_makes_no_sense_comes_back_as_invalid(String parameter, String value) {
    assertThat(login.agree(TARO, parameter, value)).containsEntry("error", "invalid_request");
  }

  @Test
  void nobody_is_sent_to_an_address_that_is_not_registered() {
    var page = login.show("redirect_uri", "https://shop.example.com/other");

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.header("location")).isEmpty();
    assertThat(login.show("client_id", "1").status()).isEqualTo(400);
  }

  private boolean friend(String access) {
    return line.get("/friendship/v1/status", access).json().path("friendFlag").asBoolean();
  }
}
