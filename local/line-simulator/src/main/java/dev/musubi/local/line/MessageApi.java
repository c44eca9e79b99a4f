package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.musubi.local.line.Endpoint.Trait;
import dev.musubi.local.line.limits.MessageLimits;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sending: push, multicast, reply, broadcast, narrowcast, and their validation.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#messages">message</a>
 */
final class MessageApi {
  private static final String MESSAGE = "/v2/bot/message/";
  private static final String INVALID =
      "The property, '%s', in the request body is invalid (line: -, column: -)";
  private static final int MULTICAST_MOST = 500;
  private static final int FILTER_LEAST = 50;

  private final Platform platform;
  private final Mail mail;

  MessageApi(Platform platform, Mail mail) {
    this.platform = platform;
    this.mail = mail;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(MESSAGE + "push", this::push).having(Trait.SENDS, Trait.RETRY_KEY),
        Endpoint.post(MESSAGE + "multicast", this::multicast)
            .having(Trait.SENDS, Trait.RETRY_KEY)
            .at(RateLimit.perSecond(200)),
        Endpoint.post(MESSAGE + "reply", this::reply).having(Trait.SENDS),
        Endpoint.post(MESSAGE + "broadcast", this::broadcast)
            .having(Trait.SENDS, Trait.RETRY_KEY)
            .at(RateLimit.perHour(60)),
        Endpoint.post(MESSAGE + "narrowcast", this::narrowcast)
            .having(Trait.SENDS, Trait.RETRY_KEY)
            .at(RateLimit.perHour(60)),
        Endpoint.get(MESSAGE + "progress/narrowcast", this::progress),
        Endpoint.post(MESSAGE + "validate/push", MessageApi::validate),
        Endpoint.post(MESSAGE + "validate/multicast", MessageApi::validate),
        Endpoint.post(MESSAGE + "validate/reply", MessageApi::validate),
        Endpoint.post(MESSAGE + "validate/broadcast", MessageApi::validate),
        Endpoint.post(MESSAGE + "validate/narrowcast", MessageApi::validate));
  }

  private static Answer validate(Call call) {
    requireMessages(call);
    return Answer.empty(200);
  }

  private Answer push(Call call) {
    var to = call.body().path("to").asText();
    if (!to.matches("[UCR][0-9a-f]{32}")) {
      throw invalid("to");
    }
    requireMessages(call);
    requireUnit(call);
    return once(
        call,
        () -> {
          requireKnown(List.of(to));
          requireQuota(call, 1);
          mail.deliver("push", call, List.of(to));
          return mail.sent(call.body().path("messages"));
        });
  }

  private Answer multicast(Call call) {
    var to = call.body().path("to");
    if (!to.isArray() || to.isEmpty() || to.size() > MULTICAST_MOST) {
      throw new Refused(
          Answer.error(
              400, "The request body has 1 error(s)", "to", "Size must be between 1 and 500"));
    }
    for (var i = 0; i < to.size(); i++) {
      if (!ChannelSpec.USER_ID.matcher(to.get(i).asText()).matches()) {
        throw invalid("to[" + i + "]");
      }
    }
    requireMessages(call);
    requireUnit(call);
    var recipients = to.valueStream().map(JsonNode::asText).distinct().toList();
    return once(
        call,
        () -> {
          requireKnown(recipients);
          requireQuota(call, recipients.size());
          mail.deliver("multicast", call, recipients);
          return JsonNodeFactory.instance.arrayNode();
        });
  }

  private Answer reply(Call call) {
    var token = call.text("replyToken");
    requireMessages(call);
    var tokens = call.channel().replyTokens();
    var to =
        tokens.holder(token, call.now()).orElseThrow(() -> new Refused(400, "Invalid reply token"));
    tokens.use(token);
    mail.deliver("reply", call, List.of(to));
    return Answer.ok(sentMessages(mail.sent(call.body().path("messages"))));
  }

  private Answer broadcast(Call call) {
    requireMessages(call);
    var friends = call.channel().friends();
    return once(
        call,
        () -> {
          requireQuota(call, friends.size());
          mail.deliver("broadcast", call, friends);
          return JsonNodeFactory.instance.arrayNode();
        });
  }

  /**
   * To all friends; an audience or a filter finds fewer than LINE's fifty here, and fails later.
   */
  private Answer narrowcast(Call call) {
    requireMessages(call);
    var chosen = call.body().hasNonNull("recipient") || call.body().hasNonNull("filter");
    var friends = chosen ? List.<String>of() : limited(call);
    once(
        call,
        () -> {
          requireQuota(call, friends.size());
          mail.deliver("narrowcast", call, friends);
          call.channel()
              .narrowcast(
                  call.requestId(), new Channel.Narrowcast(call.now(), friends.size(), !chosen));
          return JsonNodeFactory.instance.arrayNode();
        });
    return Answer.empty(202);
  }

  private static List<String> limited(Call call) {
    var most = call.body().path("limit").path("max").asInt(Integer.MAX_VALUE);
    return call.channel().friends().stream().limit(most).toList();
  }

  private Answer progress(Call call) {
    var end =
        call.query("requestId")
            .flatMap(call.channel()::narrowcast)
            .orElseThrow(() -> new Refused(404, "Not found"));
    var body = JsonNodeFactory.instance.objectNode();
    body.put("phase", end.succeeded() ? "succeeded" : "failed")
        .put("successCount", end.recipients())
        .put("failureCount", 0)
        .put("targetCount", end.recipients());
    if (!end.succeeded()) {
      body.put("failedDescription", "fewer than " + FILTER_LEAST + " recipients")
          .put("errorCode", 2);
    }
    body.put("acceptedTime", end.at().toString()).put("completedTime", end.at().toString());
    return Answer.ok(body);
  }

  /** Executes a request once for its retry key; a repetition is answered 409. */
  private Answer once(Call call, Supplier<ArrayNode> work) {
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

  private static JsonNode sentMessages(ArrayNode sent) {
    return JsonNodeFactory.instance.objectNode().set("sentMessages", sent);
  }

  private static void requireMessages(Call call) {
    var complaints = MessageLimits.complaints(call.body());
    if (!complaints.isEmpty()) {
      throw new Refused(Answer.complaints(complaints));
    }
  }

  private static void requireUnit(Call call) {
    var units = call.body().path("customAggregationUnits");
    var right =
        units.isMissingNode()
            || (units.isArray()
                && units.size() <= 1
                && units.valueStream().allMatch(u -> u.asText().matches("\\w{1,30}")));
    if (!right) {
      throw invalid("customAggregationUnits");
    }
  }

  private void requireKnown(List<String> recipients) {
    if (!recipients.stream().allMatch(platform::knows)) {
      throw new Refused(400, "Failed to send messages");
    }
  }

  private static void requireQuota(Call call, int recipients) {
    var limit = call.channel().monthlyLimit();
    var used = call.channel().meter().usedInMonthOf(call.now());
    if (limit.isPresent() && used + recipients > limit.getAsLong()) {
      throw Gate.monthlyLimit();
    }
  }

  private static Refused invalid(String property) {
    return new Refused(
        Answer.error(400, INVALID.formatted(property), property, "invalid property"));
  }
}
