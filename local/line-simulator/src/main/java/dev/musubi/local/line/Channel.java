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
final class Channel implements OAuthClient {
  private ChannelSpec spec;
  private Optional<URI> webhook;
  private OptionalLong monthlyLimit;
  private Map<String, Friendship> friendships = new LinkedHashMap<>();
  private Map<String, List<ChatLine>> chats = new LinkedHashMap<>();
  private List<Reservation> reservations = new ArrayList<>();

  private RichMenus menus = new RichMenus();
  private Meter meter = new Meter();
  private RetryKeys retryKeys = new RetryKeys();
  private ReplyTokens replyTokens = new ReplyTokens();
  private LinkTokens linkTokens = new LinkTokens();
  private ReadMarks readMarks = new ReadMarks();
  private AggregationUnits units = new AggregationUnits();
  private Coupons coupons = new Coupons();
  private Audiences audiences = new Audiences();
  private Narrowcasts narrowcasts = new Narrowcasts();
  private Map<String, Media> media = new LinkedHashMap<>();
  private Map<String, String> newest = new LinkedHashMap<>();
  private NotificationRights notifications = NotificationRights.none();
  private Map<String, String> assertionKeys = new LinkedHashMap<>();
  private AccessTokens accessTokens = new AccessTokens();

  /** A part of the quota that somebody else binds for a while. */
  private record Reservation(long messages, Instant until) {}

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

  /** Binds a part of the quota, as a sending from the official account's manager does. */
  void reserve(long messages, Instant until) {
    reservations.add(new Reservation(messages, until));
  }

  /** What is bound of the quota and not sent. */
  long reserved(Instant now) {
    reservations.removeIf(one -> !now.isBefore(one.until()));
    return narrowcasts.reserved(now) + reservations.stream().mapToLong(Reservation::messages).sum();
  }

  Narrowcasts narrowcasts() {
    return narrowcasts;
  }

  Audiences audiences() {
    return audiences;
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

  ReadMarks readMarks() {
    return readMarks;
  }

  AggregationUnits units() {
    return units;
  }

  Coupons coupons() {
    return coupons;
  }

  /** Notes the id of a person's newest message. */
  void wrote(String userId, String messageId) {
    newest.put(userId, messageId);
  }

  Optional<String> newestFrom(String userId) {
    return Optional.ofNullable(newest.get(userId));
  }

  void media(String messageId, Media sent) {
    media.put(messageId, sent);
  }

  Optional<Media> media(String messageId) {
    return Optional.ofNullable(media.get(messageId));
  }

  void forgetMedia(String messageId) {
    media.remove(messageId);
  }

  NotificationRights notifications() {
    return notifications;
  }

  void notifications(NotificationRights next) {
    notifications = next;
  }

  @Override
  public String channelId() {
    return spec.channelId();
  }

  @Override
  public String channelSecret() {
    return spec.channelSecret();
  }

  @Override
  public Map<String, String> assertionKeys() {
    return assertionKeys;
  }

  @Override
  public AccessTokens accessTokens() {
    return accessTokens;
  }
}
