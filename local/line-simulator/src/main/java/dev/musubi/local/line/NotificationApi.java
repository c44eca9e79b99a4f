package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.musubi.local.line.Endpoint.Trait;
import dev.musubi.local.line.limits.Complaint;
import dev.musubi.local.line.limits.NotificationLimits;
import java.util.List;
import java.util.Optional;

/**
 * LINE notification messages: sent by the hash of a phone number, to friends and strangers, by a
 * template or flexibly. Retry keys are refused.
 *
 * @see <a href="https://developers.line.biz/en/reference/line-notification-messages/">LINE
 *     notification messages API reference</a>
 */
final class NotificationApi {
  private static final String TEMPLATED = "pnp/templated";
  private static final String FLEXIBLE = "pnp";
  private static final String TAG = "X-Line-Delivery-Tag";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Platform platform;
  private final NotificationMail mail;

  NotificationApi(Platform platform, NotificationMail mail) {
    this.platform = platform;
    this.mail = mail;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post("/v2/bot/message/pnp/templated/push", this::template).having(Trait.SENDS),
        Endpoint.post("/bot/pnp/push", this::flexible).having(Trait.SENDS));
  }

  private Answer template(Call call) {
    var rights = call.channel().notifications();
    requireApproval(rights.template());
    var tag = tag(call);
    NotificationLimits.keyProblem(
            call.body(),
            rights.templates().templates().keySet(),
            rights.templates().items().keySet(),
            rights.templates().buttons().keySet())
        .ifPresent(
            problem -> {
              throw new Refused(
                  Answer.error(400, problem.message(), problem.property(), problem.detail()));
            });
    requireWithin(NotificationLimits.template(call.body()));
    MessageApi.requireUnit(call);
    var to = recipient(call);
    var body = JSON.objectNode();
    body.set("templateKey", call.body().get("templateKey"));
    body.set(
        "body", call.body().path("body").isObject() ? call.body().get("body") : JSON.objectNode());
    var shown = JSON.arrayNode().add(TemplateBubble.of(body, rights.templates()));
    take(call, TEMPLATED, to, tag, JSON.arrayNode().add(body), shown);
    return Answer.empty(202);
  }

  private Answer flexible(Call call) {
    requireApproval(call.channel().notifications().flexible());
    var tag = tag(call);
    requireWithin(NotificationLimits.flexible(call.body()));
    Acceptance.requireMessages(call);
    MessageApi.requireUnit(call);
    var messages = call.body().path("messages");
    take(call, FLEXIBLE, recipient(call), tag, messages, messages);
    return Answer.empty(200);
  }

  private void take(
      Call call, String api, String to, String tag, JsonNode messages, JsonNode shown) {
    var taken =
        new TakenMessage(
            call.now(), call.channel().shop(), to, api, "", tag, false, messages, call.requestId());
    call.channel().units().use(call.body(), call.now());
    var receipt = tag.isEmpty() ? call.body().path("to").asText() : tag;
    mail.take(new Notification(taken, receipt, shown));
  }

  private String recipient(Call call) {
    return platform
        .phoneBook()
        .reachable(call.body().path("to").asText())
        .orElseThrow(() -> new Refused(422, "Failed to send messages"));
  }

  private static String tag(Call call) {
    var tag = Optional.ofNullable(call.http().header(TAG));
    if (tag.isPresent() && (tag.get().length() < 16 || tag.get().length() > 100)) {
      throw new Refused(400, "The value for the '" + TAG + "' header is invalid");
    }
    return tag.orElse("");
  }

  private static void requireApproval(boolean approved) {
    if (!approved) {
      throw new Refused(403, "Access to this API is not available for your account");
    }
  }

  private static void requireWithin(List<Complaint> complaints) {
    if (!complaints.isEmpty()) {
      throw new Refused(Answer.complaints(complaints));
    }
  }
}
