package dev.musubi.local.world.frontdoor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often who called what; refused and failed calls count too, since AWS bills them. */
public final class CallCounts {

  /** The calls of one operation by one caller: a function's logical id, or the world. */
  public record CallCount(String caller, String service, String operation, long calls) {}

  private record Key(String caller, String service, String operation) {}

  private final Map<Key, Long> counts = new HashMap<>();

  synchronized void count(String caller, String service, String operation) {
    counts.merge(new Key(caller, service, operation), 1L, Long::sum);
  }

  /** All counts, by caller, service and operation. */
  public synchronized List<CallCount> all() {
    return counts.entrySet().stream()
        .map(
            e ->
                new CallCount(
                    e.getKey().caller(),
                    e.getKey().service(),
                    e.getKey().operation(),
                    e.getValue()))
        .sorted(
            Comparator.comparing(CallCount::caller)
                .thenComparing(CallCount::service)
                .thenComparing(CallCount::operation))
        .toList();
  }

  /** Starts from nothing. */
  public synchronized void reset() {
    counts.clear();
  }
}
