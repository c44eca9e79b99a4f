package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides where a person goes from the consent page, and what becomes of the friendship. */
final class Logins {
  private final Platform platform;
  private final InstantSource clock;
  private final RandomIds ids;
  private final Events events;
  private final Webhooks webhooks;

  Logins(Platform platform, InstantSource clock, RandomIds ids, Events events, Webhooks webhooks) {
    this.platform = platform;
    this.clock = clock;
    this.ids = ids;
    this.events = events;
    this.webhooks = webhooks;
  }

  /** Whether the add-friend option is to be shown: not to who is a friend already. */
  boolean offersFriendship(LoginRequest request, String userId) {
    return request.friendOption().isPresent()
        && !request.silent()
        && !platform.channel(linkedShop(request)).friendship(userId).friend();
  }

  /** The address back to the shop for a person who agreed. */
  URI agreed(LoginRequest request, String userId, boolean befriend) {
    var login = platform.login(request.channel().channelId()).orElseThrow();
    var now = clock.instant();
    var code = ids.authorizationCode();
    login.consent(userId);
    login
        .grants()
        .issue(
            code,
            new LoginGrants.Code(
                userId,
                request.callback(),
                request.scopes(),
                request.nonce(),
                request.challenge(),
                now));
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("code", code);
    parameters.put("state", request.state());
    if (offersFriendship(request, userId)) {
      parameters.put("friendship_status_changed", Boolean.toString(befriend));
      if (befriend) {
        befriend(linkedShop(request), userId);
      }
    }
    return with(request.callback(), parameters);
  }

  /** The address back to the shop for a person who did not. */
  static URI refused(URI callback, String state, String error, String description) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("error", error);
    parameters.put("error_description", description);
    parameters.put("state", state);
    return with(callback, parameters);
  }

  private void befriend(String shop, String userId) {
    var channel = platform.channel(shop);
    var was = channel.friendship(userId);
    channel.friendship(userId, was.as(Friendship.Standing.FRIEND));
    List<ObjectNode> follow =
        List.of(events.follow(channel, userId, was.blocked(), clock.instant()));
    webhooks.send(shop, follow);
  }

  private static String linkedShop(LoginRequest request) {
    return request.channel().linkedShop().orElseThrow();
  }

  private static URI with(URI callback, Map<String, String> parameters) {
    var address = new StringBuilder(callback.toString());
    var first = Optional.ofNullable(callback.getRawQuery()).isEmpty();
    for (var one : parameters.entrySet()) {
      address.append(first ? '?' : '&').append(one.getKey()).append('=');
      address.append(URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8));
      first = false;
    }
    return URI.create(address.toString());
  }
}
