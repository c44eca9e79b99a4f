package dev.musubi.fuzz;

import dev.musubi.local.doors.CollectedNews;
import dev.musubi.local.doors.Ports;
import dev.musubi.testkit.functions.Stores;
import java.time.Instant;
import java.util.function.Function;

/**
 * Two shops and a door to one of their functions, built anew every so many inputs, so that what
 * they leave behind never fills the memory.
 */
final class Town<D> {

  static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  private static final int INPUTS = 5_000;

  private final Function<Ports, D> build;
  private Stores stores;
  private D door;
  private int left;

  Town(Function<Ports, D> build) {
    this.build = build;
  }

  D door() {
    if (left-- == 0 || door == null) {
      stores = Stores.ofTwoShops(NOW);
      door = build.apply(Ports.over(stores, new CollectedNews()));
      left = INPUTS;
    }
    return door;
  }

  /** The stores behind the door that was last opened. */
  Stores stores() {
    return stores;
  }
}
