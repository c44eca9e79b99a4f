package dev.musubi.local.world.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.sending.AtLine;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Reason;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.local.line.TakenMessage;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts per shop what became of the intents, and holds the product's records against what LINE
 * took: a send that LINE took twice is doubled, one that LINE never took is lost. Lost is as well
 * what lies in a dead-letter queue without a final record.
 */
final class Tally {
  private final Map<String, Delivery> records = new HashMap<>();
  private final Map<String, String> sends = new HashMap<>();
  private final Set<DeadLetter> dead = new LinkedHashSet<>();

  /**
   * Work that nobody tries any more.
   *
   * @param shop empty where it is of no one shop
   * @param send the intent to send, if it is one
   * @param body what the queue holds
   */
  record DeadLetter(Optional<String> shop, Optional<String> send, String body) {}

  /** Whether this is news. */
  synchronized boolean gaveUp(DeadLetter letter) {
    return dead.add(letter);
  }

  /** Whether this is news. */
  synchronized boolean record(Delivery delivery) {
    String send = delivery.intent().id().hex();
    delivery.key().ifPresent(key -> sends.put(key.uuid().toString(), send));
    Delivery before = records.put(send, delivery);
    return before == null
        || !before.result().equals(delivery.result())
        || !before.at().equals(delivery.at());
  }

  /**
   * The send of a message, as far as it is known: by its retry key, or by a notification message's
   * delivery tag, which is the send's id.
   */
  synchronized Optional<String> send(TakenMessage message) {
    return Optional.ofNullable(sends.get(message.retryKey()))
        .or(() -> Optional.of(message.deliveryTag()).filter(tag -> !tag.isEmpty()));
  }

  /** What LINE was asked for and has not told the delivery of. */
  synchronized List<SendIntent> awaited() {
    return records.values().stream().filter(Tally::waits).map(Delivery::intent).toList();
  }

  private static boolean waits(Delivery delivery) {
    return delivery.result().reason().filter(AtLine.Awaited.class::isInstance).isPresent();
  }

  synchronized void clear() {
    records.clear();
    sends.clear();
    dead.clear();
  }

  /**
   * The counts of a shop.
   *
   * @param taken what LINE took, or empty where another server stands in for LINE
   */
  synchronized ObjectNode counts(String shop, Optional<List<TakenMessage>> taken) {
    Map<String, Integer> tries = taken.map(all -> tries(shop, all)).orElseGet(Map::of);
    Map<String, Integer> skipped = new TreeMap<>();
    Map<String, Integer> others = new TreeMap<>();
    Map<String, Integer> sent = new TreeMap<>();
    int lost = 0;
    for (Map.Entry<String, Delivery> record : records.entrySet()) {
      if (!record.getValue().intent().shop().handle().equals(shop)) {
        continue;
      }
      switch (record.getValue().result()) {
        case Result.Sent _ -> {
          String kind = record.getValue().intent().subject().kind().name();
          sent.merge(kind, 1, Integer::sum);
          lost += taken.isPresent() && !tries.containsKey(record.getKey()) ? 1 : 0;
        }
        case Result.Skipped(Reason why) -> skipped.merge(why.policy(), 1, Integer::sum);
        case Result.Deferred _ -> others.merge("deferred", 1, Integer::sum);
        case Result.Refused _ -> others.merge("refused", 1, Integer::sum);
        case Result.Unknown _ -> others.merge("unknown", 1, Integer::sum);
      }
    }
    ObjectNode counts = JsonNodeFactory.instance.objectNode().put("sent", sum(sent));
    sent.forEach(counts.putObject("sentBy")::put);
    skipped.forEach(counts.putObject("skipped")::put);
    List.of("deferred", "refused", "unknown")
        .forEach(name -> counts.put(name, others.getOrDefault(name, 0)));
    return counts.put("doubled", sum(tries) - tries.size()).put("lost", lost + givenUp(shop));
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private int givenUp(String shop) {
    return (int)
        dead.stream()
            .filter(letter -> letter.shop().map(shop::equals).orElse(true))
            .filter(letter -> letter.send().map(records::get).filter(Tally::ended).isEmpty())
            .count();
  }

  private static boolean ended(Delivery delivery) {
    return !(delivery.result() instanceof Result.Deferred);
  }

  private Map<String, Integer> tries(String shop, List<TakenMessage> taken) {
    Map<String, Integer> tries = new HashMap<>();
    for (TakenMessage message : taken) {
      if (message.shop().equals(shop)) {
        send(message).ifPresent(send -> tries.merge(send, 1, Integer::sum));
      }
    }
    return tries;
  }
}
