package dev.musubi.local.line;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** The endpoints of version 2.1 that serve channels' tokens and people's tokens alike. */
final class SharedTokenApi {
  private final TokenApi channels;
  private final LoginTokenApi people;

  SharedTokenApi(TokenApi channels, LoginTokenApi people) {
    this.channels = channels;
    this.people = people;
  }

  List<OpenRoute> routes() {
    return List.of(
        OpenRoute.post("/oauth2/v2.1/token", this::issue),
        OpenRoute.get("/oauth2/v2.1/verify", this::verify),
        OpenRoute.post("/oauth2/v2.1/revoke", this::revoke));
  }

  private Answer issue(Context http) {
    return switch (Optional.ofNullable(http.formParam("grant_type")).orElse("")) {
      case "authorization_code" -> people.issue(http);
      case "refresh_token" -> people.refresh(http);
      default -> channels.chosen(http);
    };
  }

  private Answer verify(Context http) {
    var token =
        Optional.ofNullable(http.queryParam("access_token"))
            .filter(one -> !one.isEmpty())
            .orElseThrow(() -> OAuth.refused("invalid_request", "Missing 'access_token'."));
    return channels
        .verify(token)
        .or(() -> people.verify(token))
        .orElseThrow(() -> OAuth.refused("invalid_request", "The access token not JWS"));
  }

  private Answer revoke(Context http) {
    var token = OAuth.field(http, "access_token");
    var client = channels.bySecret(http);
    if (!channels.revoke(client, token)) {
      people.revoke(client, token);
    }
    return Answer.nothing(200);
  }
}
