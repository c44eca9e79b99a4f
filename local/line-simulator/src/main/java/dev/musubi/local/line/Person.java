package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.line.Friendship.Standing;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One person with LINE on a phone, in the chat with one official account. */
public final class Person {
  private static final String BLOCKED = "a blocked account can't be written to: unblock it first";

  private final Platform platform;
  private final InstantSource clock;
  private final Senders senders;
  private final String shop;
  private final String userId;

  /** What an act needs to be told to the official account. */
  record Senders(Events events, Webhooks webhooks, AccountLinks links) {}

  Person(Platform platform, InstantSource clock, Senders senders, String shop, String userId) {
    this.platform = platform;
    this.clock = clock;
    this.senders = senders;
    this.shop = shop;
    this.userId = userId;
  }

  public String userId() {
    return userId;
  }

  public boolean friend() {
    synchronized (platform) {
      return channel().friendship(userId).friend();
    }
  }

  public boolean blocked() {
    synchronized (platform) {
      return channel().friendship(userId).blocked();
    }
  }

  /** What the phone shows, oldest first. */
  public List<ChatLine> chat() {
    synchronized (platform) {
      return channel().chat(userId);
    }
  }

  /** The rich menu under the chat, with its {@code richMenuId}. */
  public Optional<JsonNode> richMenu() {
    synchronized (platform) {
      return channel().menuOf(userId);
    }
  }

  /** The picture of the rich menu under the chat, where the menu has one. */
  public Optional<MenuPicture> richMenuPicture() {
    synchronized (platform) {
      Channel channel = channel();
      return channel
          .menuOf(userId)
          .flatMap(menu -> channel.menus().find(menu.path("richMenuId").asText()))
          .flatMap(RichMenus.Menu::image)
          .map(image -> new MenuPicture(image.contentType(), image.bytes()));
    }
  }

  /** A rich menu's picture as it was uploaded: a JPEG or PNG. */
  public record MenuPicture(String contentType, byte[] bytes) {}

  /** Adds the account as a friend or unblocks it; nothing happens to who is a friend already. */
  public Act follow() {
    return tell(
        (channel, was, now) -> {
          if (was.friend()) {
            return List.of();
          }
          channel.friendship(userId, was.as(Standing.FRIEND));
          return List.of(senders.events().follow(channel, userId, was.blocked(), now));
        });
  }

  /** Blocks the account; nothing happens for who never had to do with it. */
  public Act block() {
    return tell(
        (channel, was, now) -> {
          if (was.blocked() || !was.inTouch()) {
            return List.of();
          }
          channel.friendship(userId, was.as(Standing.BLOCKED));
          return List.of(senders.events().unfollow(userId, now));
        });
  }

  /** Writes into the chat, which a blocker can't. */
  public Act say(String text) {
    if (blocked()) {
      return Act.impossible(BLOCKED);
    }
    return tell((channel, was, now) -> List.of(said(channel, text, now)));
  }

  /** Sends a picture, a film, a sound or a file. */
  public Act send(Media media) {
    if (blocked()) {
      return Act.impossible(BLOCKED);
    }
    return tell(
        (channel, was, now) -> {
          channel.friendship(userId, was.wrote(now));
          return List.of(senders.events().media(channel, userId, media, now));
        });
  }

  /** When the account last marked what the person wrote as read. */
  public Optional<Instant> readAt() {
    synchronized (platform) {
      return channel().readMarks().readAt(userId);
    }
  }

  /**
   * Taps what carries the label, postback data or address: in the newest message that has it, else
   * in the rich menu. An address is handed back for the caller to open.
   */
  public Act tap(String labelOrData) {
    Optional<JsonNode> found;
    synchronized (platform) {
      found = Taps.find(channel(), userId, labelOrData);
    }
    if (found.isEmpty()) {
      return Act.impossible("nothing on the phone carries '" + labelOrData + "'");
    }
    if (blocked()) {
      return Act.impossible("a blocked account gets no taps: unblock it first");
    }
    var action = found.get();
    return switch (action.path("type").asText()) {
      case "uri" -> Act.opening(URI.create(action.path("uri").asText()));
      case "message" -> say(action.path("text").asText());
      case "postback" -> tell((channel, was, now) -> postback(channel, action, now));
      case "richmenuswitch" -> tell((channel, was, now) -> List.of(swap(channel, action, now)));
      default -> Act.nothing();
    };
  }

  /**
   * Opens LINE's account link dialog and confirms.
   *
   * @param dialog the address with {@code linkToken} and {@code nonce} to which the shop redirected
   */
  public Act approveAccountLink(URI dialog) {
    return switch (senders.links().confirm(AccountLinks.Visit.of(shop, userId, dialog))) {
      case AccountLinks.Outcome.Confirmed confirmed -> Act.telling(confirmed.webhook());
      case AccountLinks.Outcome.Refused refused -> Act.impossible(refused.why().sentence());
    };
  }

  private interface Doing {
    List<ObjectNode> on(Channel channel, Friendship was, Instant now);
  }

  private Act tell(Doing doing) {
    List<ObjectNode> events;
    synchronized (platform) {
      events = doing.on(channel(), channel().friendship(userId), clock.instant());
    }
    return events.isEmpty() ? Act.nothing() : Act.telling(senders.webhooks().send(shop, events));
  }

  private ObjectNode said(Channel channel, String text, Instant now) {
    channel.friendship(userId, channel.friendship(userId).wrote(now));
    show(channel, text, now);
    return senders.events().text(channel, userId, text, now);
  }

  private List<ObjectNode> postback(Channel channel, JsonNode action, Instant now) {
    var events = new ArrayList<ObjectNode>();
    events.add(senders.events().postback(channel, userId, action.path("data").asText(), now));
    if (action.hasNonNull("displayText")) {
      show(channel, action.get("displayText").asText(), now);
    }
    if (action.hasNonNull("text")) {
      events.add(said(channel, action.get("text").asText(), now));
    }
    return events;
  }

  private ObjectNode swap(Channel channel, JsonNode action, Instant now) {
    var alias = action.path("richMenuAliasId").asText();
    var target = channel.menus().aliased(alias);
    target.ifPresent(menu -> channel.menus().link(userId, menu));
    var event = senders.events().postback(channel, userId, action.path("data").asText(), now);
    ((ObjectNode) event.get("postback"))
        .putObject("params")
        .put("newRichMenuAliasId", alias)
        .put("status", target.isPresent() ? "SUCCESS" : "RICHMENU_ALIAS_ID_NOTFOUND");
    return event;
  }

  private void show(Channel channel, String text, Instant now) {
    var message = JsonNodeFactory.instance.objectNode().put("type", "text").put("text", text);
    channel.chat(userId, new ChatLine(now, true, message));
  }

  private Channel channel() {
    return platform.channel(shop);
  }
}
