package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Tokens of people who logged in: a code becomes tokens, tokens are refreshed, verified, revoked.
 *
 * @see <a href="https://developers.line.biz/en/reference/line-login/">LINE Login v2.1 API
 *     reference</a>
 */
final class LoginTokenApi {
  private final IdTokens idTokens = new IdTokens();
  private final Platform platform;
  private final InstantSource clock;
  private final RandomIds ids;

  LoginTokenApi(Platform platform, InstantSource clock, RandomIds ids) {
    this.platform = platform;
    this.clock = clock;
    this.ids = ids;
  }

  List<OpenRoute> routes() {
    return List.of(OpenRoute.post("/oauth2/v2.1/verify", this::verifyIdToken));
  }

  /** A code is spent even when the rest is wrong. */
  Answer issue(Context http) {
    var given = OAuth.field(http, "code");
    var callback = OAuth.field(http, "redirect_uri");
    var channel = channel(http);
    var code =
        channel
            .grants()
            .spend(given, clock.instant())
            .orElseThrow(() -> invalidGrant("invalid authorization code"));
    if (!channel.channelSecret().equals(http.formParam("client_secret"))) {
      throw OAuth.refused("invalid_client", "invalid client_secret");
    }
    if (!code.callback().toString().equals(callback)) {
      throw invalidGrant("redirect_uri does not match");
    }
    requireVerifier(code, Optional.ofNullable(http.formParam("code_verifier")));
    var token = ids.accessToken();
    var grant = channel.grants().issue(token, code, ids.refreshToken(), clock.instant());
    var body = tokens(token, grant);
    if (code.scopes().contains("openid")) {
      var name = platform.name(code.userId());
      body.put("id_token", idTokens.issue(channel, code, name, clock.instant()));
    }
    return Answer.ok(body);
  }

  Answer refresh(Context http) {
    var refreshToken = OAuth.field(http, "refresh_token");
    var channel = channel(http);
    var secret = Optional.ofNullable(http.formParam("client_secret"));
    if (secret.isPresent() && !secret.get().equals(channel.channelSecret())) {
      throw OAuth.refused("invalid_client", "invalid client_secret");
    }
    var token = ids.accessToken();
    return channel
        .grants()
        .refresh(refreshToken, token, clock.instant())
        .map(grant -> Answer.ok(tokens(token, grant)))
        .orElseThrow(() -> invalidGrant("invalid refresh token"));
  }

  /** What a person's access token is good for; empty for one that is nobody's. */
  Optional<Answer> verify(String token) {
    for (var channel : platform.logins()) {
      var grant = channel.grants().find(token);
      if (grant.isPresent()) {
        return Optional.of(verified(channel, grant.get()));
      }
    }
    return Optional.empty();
  }

  void revoke(OAuthClient client, String token) {
    platform.logins().stream()
        .filter(channel -> channel.channelId().equals(client.channelId()))
        .forEach(channel -> channel.grants().revoke(token));
  }

  private Answer verified(LoginChannel channel, LoginGrants.Grant grant) {
    var now = clock.instant();
    if (!grant.good(now)) {
      throw OAuth.refused("invalid_request", "access token expired");
    }
    return Answer.ok(
        JsonNodeFactory.instance
            .objectNode()
            .put("scope", grant.scope())
            .put("client_id", channel.channelId())
            .put("expires_in", Duration.between(now, grant.expiry()).toSeconds()));
  }

  private Answer verifyIdToken(Context http) {
    var token = OAuth.field(http, "id_token");
    var audience = OAuth.field(http, "client_id");
    var channel =
        platform
            .login(audience)
            .orElseThrow(() -> OAuth.refused("invalid_request", "Invalid IdToken Audience."));
    var expected =
        new IdTokens.Expected(
            audience,
            Optional.ofNullable(http.formParam("nonce")),
            Optional.ofNullable(http.formParam("user_id")));
    return Answer.ok(idTokens.verify(token, channel, expected, clock.instant()));
  }

  private LoginChannel channel(Context http) {
    return platform
        .login(OAuth.field(http, "client_id"))
        .orElseThrow(() -> OAuth.refused("invalid_client", "invalid client_id"));
  }

  private static void requireVerifier(LoginGrants.Code code, Optional<String> verifier) {
    if (code.challenge().isPresent()
        && !code.challenge().equals(verifier.map(Digests::base64Url))) {
      throw invalidGrant("code_verifier does not match");
    }
  }

  private static ObjectNode tokens(String token, LoginGrants.Grant grant) {
    return TokenApi.bearer(token, LoginGrants.ACCESS.toSeconds())
        .put("refresh_token", grant.refreshToken())
        .put("scope", grant.scope());
  }

  private static Refused invalidGrant(String description) {
    return OAuth.refused("invalid_grant", description);
  }
}
