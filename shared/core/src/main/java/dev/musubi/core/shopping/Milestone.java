package dev.musubi.core.shopping;

import java.time.Instant;
import java.util.Objects;

/**
 * A status that was reached: when, as it was first heard, which never changes after, and whether
 * everything that follows from it was handed on.
 */
public record Milestone(Instant at, boolean handedOn) {

  public Milestone {
    Objects.requireNonNull(at, "'at' must not be null");
  }

  public static Milestone reached(Instant at) {
    return new Milestone(at, false);
  }
}
