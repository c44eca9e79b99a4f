package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.musubi.local.line.Endpoint.Trait;
import dev.musubi.local.line.Narrowcasts.Narrowcast;
import java.util.List;
import java.util.OptionalInt;

/**
 * Sending to a part of the friends. A demographic filter needs a hundred friends, and finds nobody
 * here: the simulator's people have neither age nor address.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#send-narrowcast-message">
 *     narrowcast</a>
 */
final class NarrowcastApi {
  private static final String MESSAGE = "/v2/bot/message/";
  private static final int FRIENDS_FOR_FILTER = 100;
  private static final int TOO_FEW = 2;
  private static final int CANCELLED = 5;

  private final Mail mail;

  NarrowcastApi(Mail mail) {
    this.mail = mail;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(MESSAGE + "narrowcast", this::narrowcast)
            .having(Trait.SENDS, Trait.RETRY_KEY)
            .at(RateLimit.perHour(60)),
        Endpoint.get(MESSAGE + "progress/narrowcast", NarrowcastApi::progress));
  }

  private Answer narrowcast(Call call) {
    Acceptance.requireMessages(call);
    var limit = NarrowcastLimit.of(call.body().path("limit"));
    var friends = call.channel().friends();
    var filtered = call.body().path("filter").hasNonNull("demographic");
    if (filtered && friends.size() < FRIENDS_FOR_FILTER) {
      throw new Refused(403, "Your account does not have enough friends");
    }
    var wanted =
        call.body().hasNonNull("recipient")
            ? List.copyOf(new NarrowcastRecipients(call).of(call.body().get("recipient")))
            : friends;
    Acceptance.once(
        call,
        () -> {
          var left = Acceptance.remaining(call);
          var reserved = limit.of(friends.size(), left);
          Acceptance.requireQuota(call, reserved);
          var error = error(filtered, limit, wanted.size(), left);
          var recipients =
              error.isPresent()
                  ? List.<String>of()
                  : wanted.stream().limit(limit.of(wanted.size(), left)).toList();
          mail.deliver("narrowcast", call, recipients);
          var narrowcast = new Narrowcast(call.now(), recipients, reserved, error);
          call.channel().narrowcasts().add(call.requestId(), narrowcast);
          return JsonNodeFactory.instance.arrayNode();
        });
    return Answer.empty(202);
  }

  private static OptionalInt error(boolean filtered, NarrowcastLimit limit, int wanted, long left) {
    if (filtered) {
      return OptionalInt.of(TOO_FEW);
    }
    return limit.forbids(wanted, left) ? OptionalInt.of(CANCELLED) : OptionalInt.empty();
  }

  private static Answer progress(Call call) {
    var found =
        call.query("requestId")
            .flatMap(id -> call.channel().narrowcasts().find(id, call.now()))
            .orElseThrow(() -> new Refused(404, "Not found"));
    var phase = found.phase(call.now());
    var body = JsonNodeFactory.instance.objectNode().put("phase", phase);
    body.put("acceptedTime", found.at().toString());
    if (!phase.equals("waiting")) {
      body.put("successCount", found.recipients().size())
          .put("failureCount", 0)
          .put("targetCount", found.recipients().size());
    }
    if (phase.equals("failed")) {
      body.put("errorCode", found.error().orElseThrow());
      body.put("failedDescription", "the message could not be sent to these recipients");
    }
    if (!call.now().isBefore(found.end())) {
      body.put("completedTime", found.end().toString());
    }
    return Answer.ok(body);
  }
}
