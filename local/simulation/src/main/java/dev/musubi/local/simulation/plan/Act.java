package dev.musubi.local.simulation.plan;

import java.time.Instant;
import java.util.Objects;

/** One deed at a time in one shop; {@code id} names it for ever. */
public record Act(String id, Instant at, int shop, Deed deed) {

  public Act {
    Objects.requireNonNull(id, "'id' must not be null");
    Objects.requireNonNull(at, "'at' must not be null");
    Objects.requireNonNull(deed, "'deed' must not be null");
  }
}
