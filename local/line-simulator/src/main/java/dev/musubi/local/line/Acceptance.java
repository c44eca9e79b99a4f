package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.musubi.local.line.limits.MessageLimits;
import java.util.function.Supplier;

/** What every request to send must pass before LINE takes it, and that it is taken once. */
final class Acceptance {
  private Acceptance() {}

  /** Executes a request once for its retry key; a repetition is answered 409. */
  static Answer once(Call call, Supplier<ArrayNode> work) {
    var before = call.retryKey().flatMap(key -> call.channel().retryKeys().seen(key, call.now()));
    if (before.isPresent()) {
      throw new Refused(repeated(before.get()));
    }
    var sent = work.get();
    call.retryKey()
        .ifPresent(
            key ->
                call.channel()
                    .retryKeys()
                    .accept(key, new RetryKeys.Accepted(call.requestId(), sent), call.now()));
    return sent.isEmpty() ? Answer.empty(200) : Answer.ok(sentMessages(sent));
  }

  private static Answer repeated(RetryKeys.Accepted accepted) {
    var body =
        JsonNodeFactory.instance.objectNode().put("message", "The retry key is already accepted");
    if (!accepted.sent().isEmpty()) {
      body.set("sentMessages", accepted.sent());
    }
    return Answer.json(409, body).with("x-line-accepted-request-id", accepted.requestId());
  }

  static JsonNode sentMessages(ArrayNode sent) {
    return JsonNodeFactory.instance.objectNode().set("sentMessages", sent);
  }

  static void requireMessages(Call call) {
    var complaints = MessageLimits.complaints(call.body());
    if (!complaints.isEmpty()) {
      throw new Refused(Answer.complaints(complaints));
    }
  }

  static void requireQuota(Call call, int recipients) {
    if (recipients > remaining(call)) {
      throw Gate.monthlyLimit();
    }
  }

  /** What the month still allows, without what is bound by others. */
  static long remaining(Call call) {
    var channel = call.channel();
    var gone = channel.meter().usedInMonthOf(call.now()) + channel.reserved(call.now());
    return Math.max(0, channel.monthlyLimit().orElse(Long.MAX_VALUE) - gone);
  }
}
