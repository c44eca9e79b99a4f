package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Whom the recipient object of a narrowcast means.
 *
 * @see <a
 *     href="https://developers.line.biz/en/reference/messaging-api/#narrowcast-recipient">recipient
 *     objects</a>
 */
final class NarrowcastRecipients {
  private static final int MOST_OBJECTS = 10;

  private final Call call;
  private int objects;

  NarrowcastRecipients(Call call) {
    this.call = call;
  }

  /** The friends that the object means; friends because LINE sends to nobody else. */
  Set<String> of(JsonNode recipient) {
    return switch (recipient.path("type").asText()) {
      case "audience" -> audience(recipient.path("audienceGroupId"));
      case "redelivery" -> redelivery(recipient.path("requestId").asText());
      case "operator" -> operator(recipient);
      default -> throw invalid("recipient.type");
    };
  }

  private Set<String> audience(JsonNode id) {
    count();
    var audience =
        call.channel()
            .audiences()
            .find(id.asLong())
            .filter(one -> one.ready(call.now()))
            .orElseThrow(() -> new Refused(400, "Invalid audience group id: " + id.asText()));
    return friendsAmong(audience.members());
  }

  private Set<String> redelivery(String requestId) {
    count();
    var earlier =
        call.channel()
            .narrowcasts()
            .find(requestId, call.now())
            .filter(one -> one.phase(call.now()).equals("succeeded"))
            .orElseThrow(() -> new Refused(400, "Invalid request id: " + requestId));
    return friendsAmong(new LinkedHashSet<>(earlier.recipients()));
  }

  private Set<String> operator(JsonNode operator) {
    if (operator.path("and").size() > 0) {
      var all = friends();
      operator.get("and").forEach(one -> all.retainAll(of(one)));
      return all;
    }
    if (operator.path("or").size() > 0) {
      var any = new LinkedHashSet<String>();
      operator.get("or").forEach(one -> any.addAll(of(one)));
      return any;
    }
    if (operator.path("not").isObject()) {
      var others = friends();
      others.removeAll(of(operator.get("not")));
      return others;
    }
    throw invalid("recipient");
  }

  private Set<String> friendsAmong(Set<String> userIds) {
    var friends = friends();
    friends.retainAll(userIds);
    return friends;
  }

  private Set<String> friends() {
    return new LinkedHashSet<>(call.channel().friends());
  }

  private void count() {
    objects++;
    if (objects > MOST_OBJECTS) {
      throw invalid("recipient");
    }
  }

  private static Refused invalid(String property) {
    return new Refused(
        Answer.error(400, "The request body has 1 error(s)", property, "invalid property"));
  }
}
