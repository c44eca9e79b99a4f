package dev.musubi.local.simulation.world;

import java.util.SortedMap;
import java.util.TreeMap;

/** How often what was reached; one for each world, added up over all. */
public final class Coverage {

  /** What storms meet more rarely than that need not be hit. */
  private static final long OFTEN = 300;

  private final SortedMap<String, Long> counts = new TreeMap<>();
  private final SortedMap<String, Long> met = new TreeMap<>();

  public void reached(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  /** It was passed in a storm in which it may be reached; often enough, and it has to be. */
  public void met(String what) {
    met.merge(what, 1L, Long::sum);
  }

  /** It could be reached: it is printed even if nobody does. */
  public void known(String what) {
    counts.putIfAbsent(what, 0L);
  }

  public void add(Coverage other) {
    other.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
    other.met.forEach((what, count) -> met.merge(what, count, Long::sum));
  }

  public SortedMap<String, Long> counts() {
    SortedMap<String, Long> all = new TreeMap<>(counts);
    met.forEach(
        (what, count) -> {
          if (count >= OFTEN) {
            all.putIfAbsent(what, 0L);
          }
        });
    return all;
  }
}
