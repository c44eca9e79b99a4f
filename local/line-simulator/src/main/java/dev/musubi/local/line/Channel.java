package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** All that LINE keeps about one channel; guarded by the platform's lock. */
final class Channel {
  private ChannelSpec spec;
  private Optional<URI> webhook;
  private OptionalLong monthlyLimit;
  private Map<String, Friendship> friendships = new LinkedHashMap<>();
  private Map<String, List<ChatLine>> chats = new LinkedHashMap<>();
  private Map<String, Narrowcast> narrowcasts = new LinkedHashMap<>();

  private RichMenus menus = new RichMenus();
  private Meter meter = new Meter();
  private RetryKeys retryKeys = new RetryKeys();
  private ReplyTokens replyTokens = new ReplyTokens();
  private LinkTokens linkTokens = new LinkTokens();
  private NotificationRights notifications = NotificationRights.none();
  private AccessTokens accessTokens = new AccessTokens();

  /** A narrowcast's end: it reached its recipients, or LINE found too few. */
  record Narrowcast(Instant at, int recipients, boolean succeeded) {}

  /** For reading a saved channel. */
  private Channel() {}

  Channel(ChannelSpec spec, OptionalLong monthlyLimit) {
    this.spec = spec;
    this.webhook = spec.webhook();
    this.monthlyLimit = monthlyLimit;
  }

  ChannelSpec spec() {
    return spec;
  }

  String shop() {
    return spec.shop();
  }

  Optional<URI> webhook() {
    return webhook;
  }

  void webhook(URI next) {
    webhook = Optional.of(next);
  }

  OptionalLong monthlyLimit() {
    return monthlyLimit;
  }

  void monthlyLimit(OptionalLong next) {
    monthlyLimit = next;
  }

  Friendship friendship(String userId) {
    return friendships.getOrDefault(userId, Friendship.NONE);
  }

  void friendship(String userId, Friendship next) {
    friendships.put(userId, next);
  }

  List<String> friends() {
    return friendships.entrySet().stream()
        .filter(entry -> entry.getValue().friend())
        .map(Map.Entry::getKey)
        .toList();
  }

  void chat(String userId, ChatLine line) {
    chats.computeIfAbsent(userId, unknown -> new ArrayList<>()).add(line);
  }

  List<ChatLine> chat(String userId) {
    return List.copyOf(chats.getOrDefault(userId, List.of()));
  }

  /** What the phone shows under the chat: to who got a notification the default menu alone. */
  Optional<JsonNode> menuOf(String userId) {
    var friendship = friendship(userId);
    var menu =
        friendship.friend()
            ? menus.shownTo(userId)
            : menus.standard().filter(id -> friendship.notified()).flatMap(menus::contentOf);
    return menu.map(JsonNode.class::cast);
  }

  void narrowcast(String requestId, Narrowcast end) {
    narrowcasts.put(requestId, end);
  }

  Optional<Narrowcast> narrowcast(String requestId) {
    return Optional.ofNullable(narrowcasts.get(requestId));
  }

  RichMenus menus() {
    return menus;
  }

  Meter meter() {
    return meter;
  }

  RetryKeys retryKeys() {
    return retryKeys;
  }

  ReplyTokens replyTokens() {
    return replyTokens;
  }

  LinkTokens linkTokens() {
    return linkTokens;
  }

  NotificationRights notifications() {
    return notifications;
  }

  void notifications(NotificationRights next) {
    notifications = next;
  }

  AccessTokens accessTokens() {
    return accessTokens;
  }
}
