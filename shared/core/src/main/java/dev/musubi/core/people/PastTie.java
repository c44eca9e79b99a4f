package dev.musubi.core.people;

import java.time.Instant;
import java.util.Objects;

/** A tie that ended. */
public record PastTie(Tie tie, Instant until) {

  public PastTie {
    Objects.requireNonNull(tie, "'tie' must not be null");
    Objects.requireNonNull(until, "'until' must not be null");
  }
}
