package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The older kinds of channel access tokens: short-lived ones are issued, verified and revoked here,
 * long-lived ones are issued in the console.
 *
 * @see <a
 *     href="https://developers.line.biz/en/reference/messaging-api/#issue-shortlived-channel-access-token">short-lived
 *     channel access token</a>
 */
final class OldTokenApi {
  private static final List<AccessTokens.Kind> KINDS =
      List.of(AccessTokens.Kind.SHORT_LIVED, AccessTokens.Kind.LONG_LIVED);
  private static final RateLimit LIMIT = RateLimit.perSecond(370);

  /** What LINE says of a token without an end. */
  private static final long FOREVER = 3_138_007_490L;

  private final RateLimiter limiter = new RateLimiter();
  private final Platform platform;
  private final InstantSource clock;
  private final RandomIds ids;

  OldTokenApi(Platform platform, InstantSource clock, RandomIds ids) {
    this.platform = platform;
    this.clock = clock;
    this.ids = ids;
  }

  List<OpenRoute> routes() {
    return List.of(
        OpenRoute.post("/v2/oauth/accessToken", this::issue),
        OpenRoute.post("/v2/oauth/verify", this::verify),
        OpenRoute.post("/v2/oauth/revoke", this::revoke));
  }

  private Answer issue(Context http) {
    if (!"client_credentials".equals(http.formParam("grant_type"))) {
      throw OAuth.refused("invalid_request", "some parameters missed or invalid");
    }
    var id = OAuth.field(http, "client_id");
    var client =
        platform.clients().stream()
            .filter(one -> one.channelId().equals(id))
            .findFirst()
            .orElseThrow(() -> OAuth.refused("invalid_client", "invalid client_id"));
    if (!client.channelSecret().equals(http.formParam("client_secret"))) {
      throw OAuth.refused("invalid_client", "invalid client_secret");
    }
    if (!limiter.take(id, LIMIT, clock.instant())) {
      throw new Refused(429, "The API rate limit has been exceeded. Try again later.");
    }
    var token = ids.oldToken();
    client.accessTokens().shortLived(token, clock.instant());
    return Answer.ok(TokenApi.bearer(token, AccessTokens.MONTH.toSeconds()));
  }

  private Answer verify(Context http) {
    var token = OAuth.field(http, "access_token");
    var client =
        owner(token)
            .filter(one -> one.accessTokens().good(token, clock.instant()))
            .orElseThrow(() -> OAuth.refused("invalid_request", "access token expired"));
    var found = client.accessTokens().find(token).orElseThrow();
    var forever = found.kind() == AccessTokens.Kind.LONG_LIVED;
    return Answer.ok(
        JsonNodeFactory.instance
            .objectNode()
            .put("client_id", client.channelId())
            .put("expires_in", forever ? FOREVER : found.secondsLeft(clock.instant()))
            .put("scope", "P CM"));
  }

  private Answer revoke(Context http) {
    var token = OAuth.field(http, "access_token");
    owner(token).ifPresent(client -> client.accessTokens().revoke(token));
    return Answer.nothing(200);
  }

  private Optional<OAuthClient> owner(String token) {
    return platform.clients().stream()
        .filter(
            client ->
                client
                    .accessTokens()
                    .find(token)
                    .filter(one -> KINDS.contains(one.kind()))
                    .isPresent())
        .findFirst();
  }
}
