package dev.musubi.core.shopping;

import java.time.Instant;
import java.util.Objects;

/**
 * The trace that an order leaves on its checkout and its cart, whichever of them is heard first.
 */
public record Tombstone(OrderId order, Instant at) {

  public Tombstone {
    Objects.requireNonNull(order, "'order' must not be null");
    Objects.requireNonNull(at, "'at' must not be null");
  }
}
