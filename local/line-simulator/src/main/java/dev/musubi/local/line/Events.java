package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Makes webhook events in LINE's form.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects">
 *     webhook event objects</a>
 */
final class Events {
  private final RandomIds ids;

  Events(RandomIds ids) {
    this.ids = ids;
  }

  ObjectNode follow(Channel channel, String userId, boolean unblocked, Instant now) {
    var event = answerable("follow", channel, userId, now);
    event.putObject("follow").put("isUnblocked", unblocked);
    return event;
  }

  ObjectNode unfollow(String userId, Instant now) {
    return from("unfollow", userId, now);
  }

  ObjectNode text(Channel channel, String userId, String text, Instant now) {
    var event = quotable("text", channel, userId, now);
    ((ObjectNode) event.get("message")).put("text", text);
    return event;
  }

  /** A picture, a film, a sound or a file, which the channel can get by the message's id. */
  ObjectNode media(Channel channel, String userId, Media media, Instant now) {
    var type = media.kind().word();
    var quotable = media.kind() == Media.Kind.IMAGE || media.kind() == Media.Kind.VIDEO;
    var event =
        quotable ? quotable(type, channel, userId, now) : message(type, channel, userId, now);
    var message = (ObjectNode) event.get("message");
    switch (media.kind()) {
      case IMAGE -> message.putObject("contentProvider").put("type", "line");
      case VIDEO, AUDIO ->
          message.put("duration", 60_000).putObject("contentProvider").put("type", "line");
      case FILE -> message.put("fileName", "file").put("fileSize", media.bytes().length);
    }
    channel.media(message.path("id").asText(), media);
    return event;
  }

  /** A message of any type, without what only that type has. */
  ObjectNode message(String type, Channel channel, String userId, Instant now) {
    var event = answerable("message", channel, userId, now);
    var readToken = ids.readToken();
    channel.readMarks().issue(readToken, userId);
    var message = event.putObject("message").put("type", type).put("id", ids.messageId());
    message.put("markAsReadToken", readToken);
    channel.wrote(userId, message.path("id").asText());
    return event;
  }

  /** The same with a token by which it can be quoted. */
  ObjectNode quotable(String type, Channel channel, String userId, Instant now) {
    var event = message(type, channel, userId, now);
    ((ObjectNode) event.get("message")).put("quoteToken", ids.quoteToken());
    return event;
  }

  String messageId() {
    return ids.messageId();
  }

  ObjectNode postback(Channel channel, String userId, String data, Instant now) {
    var event = answerable("postback", channel, userId, now);
    event.putObject("postback").put("data", data);
    return event;
  }

  ObjectNode linked(Channel channel, String userId, String nonce, Instant now) {
    var event = answerable("accountLink", channel, userId, now);
    event.putObject("link").put("result", "ok").put("nonce", nonce);
    return event;
  }

  /** LINE says neither who failed to link nor how to answer. */
  ObjectNode notLinked(String nonce, Instant now) {
    var event = event("accountLink", now);
    event.putObject("link").put("result", "failed").put("nonce", nonce);
    return event;
  }

  /** A notification message arrived; LINE does not say at whom. */
  ObjectNode delivered(String receipt, Instant now) {
    var event = event("delivery", now);
    event.putObject("delivery").put("data", receipt);
    return event;
  }

  ObjectNode answerable(String type, Channel channel, String userId, Instant now) {
    var token = ids.replyToken();
    channel.replyTokens().issue(token, userId, now);
    return from(type, userId, now).put("replyToken", token);
  }

  ObjectNode from(String type, String userId, Instant now) {
    var event = event(type, now);
    event.putObject("source").put("type", "user").put("userId", userId);
    return event;
  }

  ObjectNode event(String type, Instant now) {
    var event = JsonNodeFactory.instance.objectNode().put("type", type).put("mode", "active");
    event.put("timestamp", now.toEpochMilli()).put("webhookEventId", ids.ulid(now));
    event.putObject("deliveryContext").put("isRedelivery", false);
    return event;
  }
}
