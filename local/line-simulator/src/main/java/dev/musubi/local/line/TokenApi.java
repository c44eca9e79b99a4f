package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Issues stateless channel access tokens for a channel's id and secret.
 *
 * @see <a
 *     href="https://developers.line.biz/en/reference/messaging-api/#issue-stateless-channel-access-token">issue
 *     a stateless channel access token</a>
 */
final class TokenApi {
  static final String PATH = "/oauth2/v3/token";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Platform platform;
  private final InstantSource clock;
  private final RandomIds ids;

  TokenApi(Platform platform, InstantSource clock, RandomIds ids) {
    this.platform = platform;
    this.clock = clock;
    this.ids = ids;
  }

  Answer issue(Context http) {
    if (!"client_credentials".equals(http.formParam("grant_type"))) {
      return refused("unsupported_grant_type", "Invalid 'grant_type'.");
    }
    var id = Optional.ofNullable(http.formParam("client_id"));
    var secret = Optional.ofNullable(http.formParam("client_secret"));
    if (id.isEmpty() || secret.isEmpty()) {
      return refused("invalid_request", "Invalid 'client_credentials'.");
    }
    synchronized (platform) {
      return platform.channels().stream()
          .filter(channel -> channel.spec().channelId().equals(id.get()))
          .filter(channel -> channel.spec().channelSecret().equals(secret.get()))
          .findFirst()
          .map(this::token)
          .orElseGet(() -> refused("invalid_client", "Invalid 'client_credentials'."));
    }
  }

  private Answer token(Channel channel) {
    var token = ids.accessToken();
    channel.accessTokens().issue(token, clock.instant());
    return Answer.ok(
        JSON.objectNode()
            .put("token_type", "Bearer")
            .put("access_token", token)
            .put("expires_in", AccessTokens.LIFE.toSeconds()));
  }

  private static Answer refused(String error, String description) {
    return Answer.json(
        400, JSON.objectNode().put("error", error).put("error_description", description));
  }
}
