package dev.musubi.local.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;

/**
 * What a person's access token opens: profile, friendship; and the channel's letting go of it.
 *
 * @see <a href="https://developers.line.biz/en/reference/line-login/#profile">profile</a>
 */
final class LoginUserApi {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<AccessTokens.Kind> LETS_GO =
      List.of(AccessTokens.Kind.STATELESS, AccessTokens.Kind.CHOSEN);

  private final ObjectMapper mapper = new ObjectMapper();
  private final Platform platform;
  private final InstantSource clock;

  LoginUserApi(Platform platform, InstantSource clock) {
    this.platform = platform;
    this.clock = clock;
  }

  List<OpenRoute> routes() {
    return List.of(
        OpenRoute.get("/v2/profile", this::profile),
        OpenRoute.get("/oauth2/v2.1/userinfo", this::userInfo),
        OpenRoute.post("/oauth2/v2.1/userinfo", this::userInfo),
        OpenRoute.get("/friendship/v1/status", this::friendship),
        OpenRoute.post("/user/v1/deauthorize", this::deauthorize));
  }

  /** A person's token, and the channel that it was granted to. */
  private record Visitor(LoginChannel channel, LoginGrants.Grant grant) {}

  private Answer profile(Context http) {
    var userId = visitor(http, "profile").grant.userId();
    return Answer.ok(
        JSON.objectNode().put("userId", userId).put("displayName", platform.name(userId)));
  }

  private Answer userInfo(Context http) {
    var grant = visitor(http, "openid").grant;
    var body = JSON.objectNode().put("sub", grant.userId());
    if (grant.scopes().contains("profile")) {
      body.put("name", platform.name(grant.userId()));
    }
    return Answer.ok(body);
  }

  /** Whether the person is a friend of the linked official account, which there must be. */
  private Answer friendship(Context http) {
    var visitor = visitor(http, "profile");
    var shop =
        visitor
            .channel
            .spec()
            .linkedShop()
            .orElseThrow(() -> new Refused(400, "there is no linked LINE Official Account"));
    var friend = platform.channel(shop).friendship(visitor.grant.userId()).friend();
    return Answer.ok(JSON.objectNode().put("friendFlag", friend));
  }

  private Answer deauthorize(Context http) {
    var token = OAuth.bearer(http);
    var channel =
        platform.logins().stream()
            .filter(one -> letsGo(one, token))
            .findFirst()
            .orElseThrow(() -> new Refused(401, "invalid token"));
    var grant =
        channel
            .grants()
            .find(body(http).path("userAccessToken").asText())
            .filter(one -> one.good(clock.instant()))
            .orElseThrow(() -> new Refused(400, "invalid token"));
    channel.deauthorize(grant.userId());
    return Answer.nothing(204);
  }

  private boolean letsGo(LoginChannel channel, String token) {
    return channel
        .accessTokens()
        .find(token)
        .filter(one -> one.good(clock.instant()) && LETS_GO.contains(one.kind()))
        .isPresent();
  }

  private Visitor visitor(Context http, String scope) {
    var token = OAuth.bearer(http);
    for (var channel : platform.logins()) {
      var grant = channel.grants().find(token).filter(one -> one.good(clock.instant()));
      if (grant.isPresent()) {
        if (!grant.get().scopes().contains(scope)) {
          throw new Refused(403, "The required scope, " + scope + ", is missing");
        }
        return new Visitor(channel, grant.get());
      }
    }
    throw new Refused(401, "The access token is invalid or expired");
  }

  private JsonNode body(Context http) {
    try {
      return mapper.readTree(http.body());
    } catch (JsonProcessingException e) {
      throw new Refused(400, "The request body could not be parsed as JSON");
    }
  }
}
