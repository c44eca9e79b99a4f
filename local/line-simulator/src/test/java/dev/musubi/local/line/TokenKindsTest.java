package dev.musubi.local.line;

import static dev.musubi.local.line.Line.CHANNEL_ID;
import static dev.musubi.local.line.Line.SECRET;
import static dev.musubi.local.line.Line.SHOP;
import static dev.musubi.local.line.Line.encode;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenKindsTest {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final long WEEK = Duration.ofDays(7).toSeconds();

  private final Line line = new Line();
  private Assertions keys;

  @BeforeEach
  void registerKey() throws JOSEException {
    keys = new Assertions(line);
  }

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void a_jwt_assertion_earns_a_token_with_the_end_that_it_asks_for() throws JOSEException {
    var issued = chosen(assertion(HALF_AN_HOUR, WEEK)).json();

    assertThat(issued.path("expires_in").asLong()).isEqualTo(WEEK);
    var token = issued.path("access_token").asText();
    line.clock.forward(Duration.ofSeconds(WEEK - 1));
    assertThat(line.get("/v2/bot/info", token).status()).isEqualTo(200);
    line.clock.forward(Duration.ofSeconds(1));
    assertThat(line.get("/v2/bot/info", token).status()).isEqualTo(401);
    assertThat(line.get("/oauth2/v2.1/verify?access_token=" + token).json())
        .isEqualTo(
            line.json(
                "{\"error\":\"invalid_request\",\"error_description\":\"The access token expired\"}"));
  }

  @Test
  void a_token_of_version_2_1_is_verified_listed_and_revoked() throws JOSEException {
    var issued = chosen(assertion(HALF_AN_HOUR, WEEK)).json();
    var token = issued.path("access_token").asText();

    var verified = line.get("/oauth2/v2.1/verify?access_token=" + token).json();
    assertThat(verified.path("client_id").asText()).isEqualTo(CHANNEL_ID);
    assertThat(verified.path("expires_in").asLong()).isEqualTo(WEEK);
    assertThat(kids().path("kids")).containsExactly(issued.path("key_id"));

    var revoked =
        line.form(
            "/oauth2/v2.1/revoke",
            "",
            "client_id",
            CHANNEL_ID,
            "client_secret",
            SECRET,
            "access_token",
            token);
    assertThat(revoked.status()).isEqualTo(200);
    assertThat(revoked.http().body()).isEmpty();
    assertThat(line.get("/v2/bot/info", token).status()).isEqualTo(401);
    assertThat(kids().path("kids")).isEmpty();
  }

  @Test
  void thirty_tokens_of_version_2_1_are_issued_and_no_more() throws JOSEException {
    for (var i = 0; i < 30; i++) {
      assertThat(chosen(assertion(HALF_AN_HOUR, WEEK)).status()).isEqualTo(200);
    }
    assertThat(chosen(assertion(HALF_AN_HOUR, WEEK)).status()).isEqualTo(400);
  }

  @Test
  void an_assertion_earns_a_stateless_token_too() throws JOSEException {
    var issued =
        line.form(
            "/oauth2/v3/token",
            "",
            "grant_type",
            "client_credentials",
            "client_assertion_type",
            OAuth.ASSERTION_TYPE,
            "client_assertion",
            assertion(HALF_AN_HOUR, 60));

    assertThat(issued.json().path("expires_in").asInt()).isEqualTo(900);
    assertThat(line.get("/v2/bot/info", issued.json().path("access_token").asText()).status())
        .isEqualTo(200);
  }

  @Test
  void an_assertion_lives_thirty_minutes_at_most_and_its_token_thirty_days() throws JOSEException {
    assertRefused(assertion(HALF_AN_HOUR.plusSeconds(1), WEEK), "Invalid exp");
    assertRefused(assertion(Duration.ofSeconds(-1), WEEK), "Invalid exp");
    assertRefused(
        assertion(HALF_AN_HOUR, Duration.ofDays(30).toSeconds() + 1), "Invalid token_exp");
    assertRefused("no jwt", "Invalid client_assertion");
  }

  @Test
  void a_key_that_is_not_registered_is_404_and_a_false_signature_400() throws JOSEException {
    keys.name("another");
    var unknown = chosen(assertion(HALF_AN_HOUR, WEEK));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.message())
        .isEqualTo("Cannot find channel key that satisfies the conditions");

    keys.register();
    keys.forge();
    assertRefused(assertion(HALF_AN_HOUR, WEEK), "Invalid client_assertion");
  }

  @Test
  void a_short_lived_token_lives_thirty_days_and_the_thirty_first_ends_the_first()
      throws JOSEException {
    var first = shortLived(SECRET).json();
    assertThat(first.path("expires_in").asLong()).isEqualTo(Duration.ofDays(30).toSeconds());
    var token = first.path("access_token").asText();
    assertThat(verifyOld(token).json().path("client_id").asText()).isEqualTo(CHANNEL_ID);

    for (var i = 0; i < 30; i++) {
      shortLived(SECRET);
    }

    assertThat(line.get("/v2/bot/info", token).status()).isEqualTo(401);
    assertThat(verifyOld(token).status()).isEqualTo(400);
    assertThat(shortLived("wrong").json().path("error_description").asText())
        .isEqualTo("invalid client_secret");
  }

  @Test
  void a_short_lived_token_can_be_revoked() throws JOSEException {
    var token = shortLived(SECRET).json().path("access_token").asText();

    assertThat(line.form("/v2/oauth/revoke", "", "access_token", token).status()).isEqualTo(200);

    assertThat(line.get("/v2/bot/info", token).status()).isEqualTo(401);
  }

  @Test
  void a_long_lived_token_has_no_end_but_the_next_one() throws JOSEException {
    var token = line.simulator.longLivedToken(SHOP);
    line.clock.forward(Duration.ofDays(4000));
    assertThat(line.get("/v2/bot/info", token).status()).isEqualTo(200);
    assertThat(verifyOld(token).status()).isEqualTo(200);

    line.simulator.longLivedToken(SHOP);

    assertThat(line.get("/v2/bot/info", token).status()).isEqualTo(401);
  }

  @Test
  void a_stateless_token_can_not_be_revoked() throws JOSEException {
    line.form(
        "/oauth2/v2.1/revoke",
        "",
        "client_id",
        CHANNEL_ID,
        "client_secret",
        SECRET,
        "access_token",
        line.token());

    assertThat(line.get("/v2/bot/info").status()).isEqualTo(200);
  }

  private void assertRefused(String assertion, String description) {
    var refused = chosen(assertion);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("error").asText()).isEqualTo("invalid_client");
    assertThat(refused.json().path("error_description").asText()).isEqualTo(description);
  }

  private Line.Reply chosen(String assertion) {
    return line.form(
        "/oauth2/v2.1/token",
        "",
        "grant_type",
        "client_credentials",
        "client_assertion_type",
        OAuth.ASSERTION_TYPE,
        "client_assertion",
        assertion);
  }

  private Line.Reply shortLived(String secret) {
    return line.form(
        "/v2/oauth/accessToken",
        "",
        "grant_type",
        "client_credentials",
        "client_id",
        CHANNEL_ID,
        "client_secret",
        secret);
  }

  private Line.Reply verifyOld(String token) {
    return line.form("/v2/oauth/verify", "", "access_token", token);
  }

  private JsonNode kids() throws JOSEException {
    return line.get(
            "/oauth2/v2.1/tokens/kid?client_assertion_type=%s&client_assertion=%s"
                .formatted(encode(OAuth.ASSERTION_TYPE), assertion(HALF_AN_HOUR, 60)))
        .json();
  }

  private String assertion(Duration life, long tokenSeconds) throws JOSEException {
    return keys.assertion(life, tokenSeconds);
  }
}
