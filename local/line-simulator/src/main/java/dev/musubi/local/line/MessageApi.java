package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.musubi.local.line.Endpoint.Trait;
import java.util.List;

/**
 * Sending to people by name: push, multicast and reply; and the validation of any messages.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#messages">message</a>
 */
final class MessageApi {
  private static final String MESSAGE = "/v2/bot/message/";
  private static final String INVALID =
      "The property, '%s', in the request body is invalid (line: -, column: -)";
  private static final int MULTICAST_MOST = 500;

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
        Endpoint.post(MESSAGE + "validate/push", MessageApi::validate),
        Endpoint.post(MESSAGE + "validate/multicast", MessageApi::validate),
        Endpoint.post(MESSAGE + "validate/reply", MessageApi::validate),
        Endpoint.post(MESSAGE + "validate/broadcast", MessageApi::validate),
        Endpoint.post(MESSAGE + "validate/narrowcast", MessageApi::validate));
  }

  private static Answer validate(Call call) {
    Acceptance.requireMessages(call);
    return Answer.empty(200);
  }

  private Answer push(Call call) {
    var to = call.body().path("to").asText();
    if (!to.matches("[UCR][0-9a-f]{32}")) {
      throw invalid("to");
    }
    Acceptance.requireMessages(call);
    requireUnit(call);
    return Acceptance.once(
        call,
        () -> {
          requireKnown(List.of(to));
          Acceptance.requireQuota(call, 1);
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
    Acceptance.requireMessages(call);
    requireUnit(call);
    var recipients = to.valueStream().map(JsonNode::asText).distinct().toList();
    return Acceptance.once(
        call,
        () -> {
          requireKnown(recipients);
          Acceptance.requireQuota(call, recipients.size());
          mail.deliver("multicast", call, recipients);
          return JsonNodeFactory.instance.arrayNode();
        });
  }

  private Answer reply(Call call) {
    var token = call.text("replyToken");
    Acceptance.requireMessages(call);
    var tokens = call.channel().replyTokens();
    var to =
        tokens.holder(token, call.now()).orElseThrow(() -> new Refused(400, "Invalid reply token"));
    tokens.use(token);
    mail.deliver("reply", call, List.of(to));
    return Answer.ok(Acceptance.sentMessages(mail.sent(call.body().path("messages"))));
  }

  /** Refuses more than one aggregation unit, or a name that is none. */
  static void requireUnit(Call call) {
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

  private static Refused invalid(String property) {
    return new Refused(
        Answer.error(400, INVALID.formatted(property), property, "invalid property"));
  }
}
