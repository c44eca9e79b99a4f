package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** Makes an event of each kind that needs no act of the simulator's people. */
final class Happenings {
  private static final String GROUP = "C" + "9".repeat(32);
  private static final int MEMBERSHIP = 3189;
  private static final Duration CONTROL = Duration.ofHours(1);

  private final Events events;

  Happenings(Events events) {
    this.events = events;
  }

  ObjectNode of(Happening what, Channel channel, String userId, Instant now) {
    return switch (what) {
      case LOCATION -> location(channel, userId, now);
      case STICKER -> sticker(channel, userId, now);
      case UNSEND -> unsent(channel, userId, now);
      case GROUP_MESSAGE -> inGroup(events.text(channel, userId, "みなさん", now), userId);
      case MESSAGE_EDITED -> edited(channel, userId, now);
      case DATE_PICKED -> picked(channel, userId, now);
      case JOIN -> inGroup(events.answerable("join", channel, userId, now));
      case LEAVE -> inGroup(events.from("leave", userId, now));
      case MEMBER_JOINED ->
          members(events.answerable("memberJoined", channel, userId, now), "joined", userId);
      case MEMBER_LEFT -> members(events.from("memberLeft", userId, now), "left", userId);
      case VIDEO_PLAYED -> played(channel, userId, now);
      case BEACON -> beacon(channel, userId, now);
      case MEMBERSHIP_JOINED -> membership("joined", channel, userId, now);
      case MEMBERSHIP_RENEWED -> membership("renewed", channel, userId, now);
      case MEMBERSHIP_LEFT -> membership("left", channel, userId, now);
      case MODULE_ATTACHED -> module("attached", channel, now);
      case MODULE_DETACHED -> module("detached", channel, now);
      case ACTIVATED -> activated(userId, now);
      case DEACTIVATED -> events.from("deactivated", userId, now);
      case BOT_SUSPENDED -> events.event("botSuspended", now);
      case BOT_RESUMED -> events.event("botResumed", now);
      case UNKNOWN -> events.from("somethingNew", userId, now);
    };
  }

  private ObjectNode location(Channel channel, String userId, Instant now) {
    var event = events.message("location", channel, userId, now);
    message(event)
        .put("title", "日の出茶舗")
        .put("address", "東京都台東区")
        .put("latitude", 35.71)
        .put("longitude", 139.79);
    return event;
  }

  private ObjectNode sticker(Channel channel, String userId, Instant now) {
    var event = events.quotable("sticker", channel, userId, now);
    message(event)
        .put("packageId", "446")
        .put("stickerId", "1988")
        .put("stickerResourceType", "STATIC");
    return event;
  }

  private ObjectNode unsent(Channel channel, String userId, Instant now) {
    var messageId = channel.newestFrom(userId).orElseGet(events::messageId);
    channel.forgetMedia(messageId);
    var event = events.from("unsend", userId, now);
    event.putObject("unsend").put("messageId", messageId);
    return event;
  }

  private ObjectNode edited(Channel channel, String userId, Instant now) {
    var event = inGroup(events.text(channel, userId, "みなさま", now), userId);
    return event.put("type", "messageEdited");
  }

  private ObjectNode picked(Channel channel, String userId, Instant now) {
    var event = events.postback(channel, userId, "date", now);
    ((ObjectNode) event.get("postback")).putObject("params").put("date", "2026-12-24");
    return event;
  }

  private ObjectNode members(ObjectNode event, String property, String userId) {
    event
        .putObject(property)
        .putArray("members")
        .addObject()
        .put("type", "user")
        .put("userId", userId);
    return inGroup(event);
  }

  private ObjectNode played(Channel channel, String userId, Instant now) {
    var event = events.answerable("videoPlayComplete", channel, userId, now);
    event.putObject("videoPlayComplete").put("trackingId", "track-1");
    return event;
  }

  private ObjectNode beacon(Channel channel, String userId, Instant now) {
    var event = events.answerable("beacon", channel, userId, now);
    event.putObject("beacon").put("hwid", "374591320").put("type", "enter");
    return event;
  }

  private ObjectNode membership(String type, Channel channel, String userId, Instant now) {
    var event = events.answerable("membership", channel, userId, now);
    event.putObject("membership").put("type", type).put("membershipId", MEMBERSHIP);
    return event;
  }

  private ObjectNode module(String type, Channel channel, Instant now) {
    var event = events.event("module", now);
    var module = event.putObject("module").put("type", type);
    module.put("botId", channel.spec().account().botUserId());
    if (type.equals("attached")) {
      module.putArray("scopes").add("message:send").add("message:receive");
    } else {
      module.put("reason", "bot_deleted");
    }
    return event;
  }

  private ObjectNode activated(String userId, Instant now) {
    var event = events.from("activated", userId, now);
    event.putObject("chatControl").put("expireAt", now.plus(CONTROL).toEpochMilli());
    return event;
  }

  private static ObjectNode inGroup(ObjectNode event) {
    event.putObject("source").put("type", "group").put("groupId", GROUP);
    return event;
  }

  private static ObjectNode inGroup(ObjectNode event, String userId) {
    inGroup(event);
    ((ObjectNode) event.get("source")).put("userId", userId);
    return event;
  }

  private static ObjectNode message(ObjectNode event) {
    return (ObjectNode) event.get("message");
  }
}
