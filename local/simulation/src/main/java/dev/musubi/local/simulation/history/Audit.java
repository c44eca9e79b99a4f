package dev.musubi.local.simulation.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the product's counters say at one moment, and every outcome that is recorded then. */
public record Audit(Instant at, List<Sum> sums, List<Entry> entries) {

  public Audit {
    sums = List.copyOf(sums);
    entries = List.copyOf(entries);
  }

  /**
   * The counters of one kind on one day of a shop: how many intents, and how many came to what;
   * what was skipped stands under the policy that spoke.
   */
  public record Sum(
      int shop, LocalDate day, String kind, int intents, SortedMap<String, Integer> outcomes) {

    public Sum {
      outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    }
  }

  /** What became of an intent that was due at a moment; {@code why} is a reason's name, or none. */
  public record Entry(int shop, Instant due, String kind, String result, String why) {}
}
