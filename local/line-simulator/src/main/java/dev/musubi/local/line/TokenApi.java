package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Channel access tokens: stateless ones, and those of version 2.1 with an end that the channel
 * chooses.
 *
 * @see <a
 *     href="https://developers.line.biz/en/reference/messaging-api/#channel-access-token">channel
 *     access token</a>
 */
final class TokenApi {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Platform platform;
  private final InstantSource clock;
  private final RandomIds ids;

  TokenApi(Platform platform, InstantSource clock, RandomIds ids) {
    this.platform = platform;
    this.clock = clock;
    this.ids = ids;
  }

  List<OpenRoute> routes() {
    return List.of(
        OpenRoute.post("/oauth2/v3/token", this::stateless),
        OpenRoute.get("/oauth2/v2.1/tokens/kid", this::keyIds));
  }

  private Answer stateless(Context http) {
    requireGrant(http);
    var client =
        http.formParam("client_assertion") == null
            ? bySecret(http)
            : assertion(
                    Optional.ofNullable(http.formParam("client_assertion_type")),
                    http.formParam("client_assertion"))
                .client();
    var token = ids.accessToken();
    client.accessTokens().stateless(token, clock.instant());
    return Answer.ok(bearer(token, AccessTokens.STATELESS_LIFE.toSeconds()));
  }

  /** A token of version 2.1. */
  Answer chosen(Context http) {
    requireGrant(http);
    var assertion =
        assertion(
            Optional.ofNullable(http.formParam("client_assertion_type")),
            OAuth.field(http, "client_assertion"));
    var life = assertion.tokenLife();
    var tokens = assertion.client().accessTokens();
    var now = clock.instant();
    if (!tokens.roomForChosen(now)) {
      throw OAuth.refused("invalid_request", "The number of issued tokens has reached the limit.");
    }
    var token = ids.accessToken();
    var keyId = ids.keyId();
    tokens.chosen(token, keyId, now.plus(life), now);
    return Answer.ok(bearer(token, life.toSeconds()).put("key_id", keyId));
  }

  /** What a token of version 2.1 is good for; empty for one that is none of a channel's. */
  Optional<Answer> verify(String token) {
    return platform.clients().stream()
        .filter(client -> chosen(client, token).isPresent())
        .findFirst()
        .map(client -> verified(client, chosen(client, token).orElseThrow()));
  }

  /** Ends a token of version 2.1; tells whether it was one of the channel's. */
  boolean revoke(OAuthClient client, String token) {
    var known = chosen(client, token).isPresent();
    client.accessTokens().revoke(token);
    return known;
  }

  /** The channel whose id and secret a form carries. */
  OAuthClient bySecret(Context http) {
    var id = Optional.ofNullable(http.formParam("client_id")).orElse("");
    var secret = Optional.ofNullable(http.formParam("client_secret")).orElse("");
    return platform.clients().stream()
        .filter(client -> client.channelId().equals(id) && client.channelSecret().equals(secret))
        .findFirst()
        .orElseThrow(() -> OAuth.refused("invalid_request", "Invalid 'client_credentials'."));
  }

  private Answer keyIds(Context http) {
    var assertion =
        assertion(
            Optional.ofNullable(http.queryParam("client_assertion_type")),
            Optional.ofNullable(http.queryParam("client_assertion")).orElse(""));
    var body = JSON.objectNode();
    assertion.client().accessTokens().keyIds(clock.instant()).forEach(body.putArray("kids")::add);
    return Answer.ok(body);
  }

  private ClientAssertion assertion(Optional<String> type, String jwt) {
    if (!type.equals(Optional.of(OAuth.ASSERTION_TYPE))) {
      throw OAuth.refused("invalid_client", "Invalid client_assertion_type");
    }
    return ClientAssertion.of(jwt, platform.clients(), clock.instant());
  }

  private Answer verified(OAuthClient client, AccessTokens.Token token) {
    if (!token.good(clock.instant())) {
      throw OAuth.refused("invalid_request", "The access token expired");
    }
    return Answer.ok(
        JSON.objectNode()
            .put("client_id", client.channelId())
            .put("expires_in", token.secondsLeft(clock.instant()))
            .put("scope", "profile chat_message.write"));
  }

  private static Optional<AccessTokens.Token> chosen(OAuthClient client, String token) {
    return client.accessTokens().find(token).filter(one -> one.keyId().isPresent());
  }

  private static void requireGrant(Context http) {
    if (!"client_credentials".equals(http.formParam("grant_type"))) {
      throw OAuth.refused("unsupported_grant_type", "Invalid 'grant_type'.");
    }
  }

  static ObjectNode bearer(String token, long seconds) {
    return JSON.objectNode()
        .put("token_type", "Bearer")
        .put("access_token", token)
        .put("expires_in", seconds);
  }
}
