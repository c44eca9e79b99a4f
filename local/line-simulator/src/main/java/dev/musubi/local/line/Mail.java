package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** Brings messages to phones, and keeps the log and the meter of it. */
final class Mail {
  private static final List<String> QUOTABLE =
      List.of("text", "textV2", "sticker", "image", "video", "template", "flex", "imagemap");

  private final Platform platform;
  private final RandomIds ids;

  Mail(Platform platform, RandomIds ids) {
    this.platform = platform;
    this.ids = ids;
  }

  /** Takes a request's messages for these recipients; who does not receive gets nothing. */
  void deliver(String api, Call call, List<String> recipients) {
    var channel = call.channel();
    var messages = call.body().path("messages");
    var reached = 0;
    channel.units().use(call.body(), call.now());
    for (var userId : recipients) {
      var receives = channel.friendship(userId).receives(call.now());
      if (receives) {
        reached++;
        messages.forEach(one -> channel.chat(userId, new ChatLine(call.now(), false, one)));
      }
      platform.took(
          new TakenMessage(
              call.now(),
              channel.shop(),
              userId,
              api,
              call.retryKey().orElse(""),
              "",
              receives,
              messages,
              call.requestId()));
    }
    channel.meter().delivered(api, reached, call.now());
  }

  /** The {@code sentMessages} of an answer. */
  ArrayNode sent(JsonNode messages) {
    var sent = JsonNodeFactory.instance.arrayNode();
    for (var message : messages) {
      var one = sent.addObject().put("id", ids.messageId());
      if (QUOTABLE.contains(message.path("type").asText())) {
        one.put("quoteToken", ids.quoteToken());
      }
    }
    return sent;
  }
}
