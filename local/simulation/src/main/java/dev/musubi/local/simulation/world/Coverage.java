package dev.musubi.local.simulation.world;

import java.util.SortedMap;
import java.util.TreeMap;

/** How often what was reached; one for each world, added up over all. */
public final class Coverage {

  private final SortedMap<String, Long> counts = new TreeMap<>();

  public void reached(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  /** It could be reached: it is printed even if nobody does. */
  public void known(String what) {
    counts.putIfAbsent(what, 0L);
  }

  public void add(Coverage other) {
    other.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
  }

  public SortedMap<String, Long> counts() {
    return new TreeMap<>(counts);
  }
}
