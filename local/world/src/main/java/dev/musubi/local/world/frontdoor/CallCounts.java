package dev.musubi.local.world.frontdoor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often who called what; refused and failed calls count too, since AWS bills them. */
public final class CallCounts {

  /**
   * The calls of one operation by one caller: a function's logical id, or the world. {@code units}
   * are the read or write units that DynamoDB says they took, 0 for other services.
   */
  public record CallCount(
      String caller, String service, String operation, long calls, double units) {}

  private record Key(String caller, String service, String operation) {}

  private record Sum(long calls, double units) {
    Sum plus(Sum other) {
      return new Sum(calls + other.calls, units + other.units);
    }
  }

  private final Map<Key, Sum> counts = new HashMap<>();

  synchronized void count(String caller, String service, String operation) {
    counts.merge(new Key(caller, service, operation), new Sum(1, 0), Sum::plus);
  }

  synchronized void took(String caller, String service, String operation, double units) {
    counts.merge(new Key(caller, service, operation), new Sum(0, units), Sum::plus);
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
                    e.getValue().calls(),
                    e.getValue().units()))
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
