package dev.musubi.local.line;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The narrowcasts of a channel; LINE answers for them for 14 days. */
final class Narrowcasts {
  private static final Duration MEMORY = Duration.ofDays(14);

  /** How long LINE is busy with one here; what it reserved of the quota is bound as long. */
  private static final Duration WORK = Duration.ofMinutes(1);

  private Map<String, Narrowcast> narrowcasts = new LinkedHashMap<>();

  /**
   * One narrowcast.
   *
   * @param reserved how much of the month's quota it binds while it is under way
   * @param error LINE's number for why it fails, if it does
   */
  record Narrowcast(Instant at, List<String> recipients, int reserved, OptionalInt error) {
    Instant end() {
      return at.plus(WORK);
    }

    String phase(Instant now) {
      if (now.isBefore(end())) {
        return now.isBefore(at.plus(WORK.dividedBy(2))) ? "waiting" : "sending";
      }
      return error.isPresent() ? "failed" : "succeeded";
    }
  }

  void add(String requestId, Narrowcast narrowcast) {
    narrowcasts.put(requestId, narrowcast);
  }

  Optional<Narrowcast> find(String requestId, Instant now) {
    return Optional.ofNullable(narrowcasts.get(requestId))
        .filter(one -> now.isBefore(one.at.plus(MEMORY)));
  }

  /** What those under way bind beyond what they have sent. */
  int reserved(Instant now) {
    return narrowcasts.values().stream()
        .filter(one -> now.isBefore(one.end()))
        .mapToInt(one -> Math.max(0, one.reserved - one.recipients.size()))
        .sum();
  }
}
