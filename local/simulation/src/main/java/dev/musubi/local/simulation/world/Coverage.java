package dev.musubi.local.simulation.world;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How often what was reached; one for each world, added up over all. */
public final class Coverage {

  private static final long MILLION = 1_000_000;

  /** What is to be hit that often, by the storms' rates, and is not, is no chance. */
  private static final long SURELY = 10 * MILLION;

  private final SortedMap<String, Long> counts = new TreeMap<>();
  private final SortedMap<String, Long> likely = new TreeMap<>();

  public void reached(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  /** It was passed in a storm that hits it so often of a million times. */
  public void met(String what, long ofMillion) {
    likely.merge(what, ofMillion, Long::sum);
  }

  /** It could be reached: it is printed even if nobody does. */
  public void known(String what) {
    counts.putIfAbsent(what, 0L);
  }

  public void add(Coverage other) {
    other.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
    other.likely.forEach((what, count) -> likely.merge(what, count, Long::sum));
  }

  public SortedMap<String, Long> counts() {
    SortedMap<String, Long> all = new TreeMap<>(counts);
    likely.forEach(
        (what, hits) -> {
          if (hits >= SURELY) {
            all.putIfAbsent(what, 0L);
          }
        });
    return all;
  }

  /** What was passed in storms, too rarely to be hit for sure, and was not. */
  public SortedSet<String> rare() {
    SortedSet<String> rare = new TreeSet<>(likely.keySet());
    rare.removeAll(counts().keySet());
    return rare;
  }
}
