package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.musubi.local.line.Endpoint.Trait;
import java.util.List;

/**
 * Sending to whoever is a friend.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#send-broadcast-message">
 *     broadcast</a>
 */
final class BroadcastApi {
  private static final String MESSAGE = "/v2/bot/message/";

  private final Mail mail;

  BroadcastApi(Mail mail) {
    this.mail = mail;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(MESSAGE + "broadcast", this::broadcast)
            .having(Trait.SENDS, Trait.RETRY_KEY)
            .at(RateLimit.perHour(60)));
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
}
