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
    var event = answerable("message", channel, userId, now);
    event
        .putObject("message")
        .put("type", "text")
        .put("id", ids.messageId())
        .put("quoteToken", ids.quoteToken())
        .put("text", text);
    return event;
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

  private ObjectNode answerable(String type, Channel channel, String userId, Instant now) {
    var token = ids.replyToken();
    channel.replyTokens().issue(token, userId, now);
    return from(type, userId, now).put("replyToken", token);
  }

  private ObjectNode from(String type, String userId, Instant now) {
    var event = event(type, now);
    event.putObject("source").put("type", "user").put("userId", userId);
    return event;
  }

  private ObjectNode event(String type, Instant now) {
    var event = JsonNodeFactory.instance.objectNode().put("type", type).put("mode", "active");
    event.put("timestamp", now.toEpochMilli()).put("webhookEventId", ids.ulid(now));
    event.putObject("deliveryContext").put("isRedelivery", false);
    return event;
  }
}
