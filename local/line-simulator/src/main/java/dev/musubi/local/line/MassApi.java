package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.musubi.local.line.Endpoint.Trait;
import java.util.List;

/**
 * Sending to whoever is a friend: broadcast and narrowcast.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#send-broadcast-message">
 *     broadcast</a>
 */
final class MassApi {
  private static final String MESSAGE = "/v2/bot/message/";
  private static final int FILTER_LEAST = 50;

  private final Mail mail;

  MassApi(Mail mail) {
    this.mail = mail;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(MESSAGE + "broadcast", this::broadcast)
            .having(Trait.SENDS, Trait.RETRY_KEY)
            .at(RateLimit.perHour(60)),
        Endpoint.post(MESSAGE + "narrowcast", this::narrowcast)
            .having(Trait.SENDS, Trait.RETRY_KEY)
            .at(RateLimit.perHour(60)),
        Endpoint.get(MESSAGE + "progress/narrowcast", this::progress));
  }

  private Answer broadcast(Call call) {
    Acceptance.requireMessages(call);
    var friends = call.channel().friends();
    return Acceptance.once(
        call,
        () -> {
          Acceptance.requireQuota(call, friends.size());
          mail.deliver("broadcast", call, friends);
          return JsonNodeFactory.instance.arrayNode();
        });
  }

  /**
   * To all friends; an audience or a filter finds fewer than LINE's fifty here, and fails later.
   */
  private Answer narrowcast(Call call) {
    Acceptance.requireMessages(call);
    var chosen = call.body().hasNonNull("recipient") || call.body().hasNonNull("filter");
    var friends = chosen ? List.<String>of() : limited(call);
    Acceptance.once(
        call,
        () -> {
          Acceptance.requireQuota(call, friends.size());
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
}
