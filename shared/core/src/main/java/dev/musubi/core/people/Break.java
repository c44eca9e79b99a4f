package dev.musubi.core.people;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Until when a person wants to hear nothing but what concerns an order, if so, and since which
 * event of theirs; the newer one counts, and of two at once the longer one.
 */
public record Break(Optional<Instant> until, Instant asOf) {

  /** Nobody said anything yet. */
  public static final Break UNSAID = new Break(Optional.empty(), Instant.EPOCH);

  public Break {
    Objects.requireNonNull(until, "'until' must not be null");
    Objects.requireNonNull(asOf, "'asOf' must not be null");
  }

  public Break or(Break other) {
    if (!other.asOf.equals(asOf)) {
      return other.asOf.isAfter(asOf) ? other : this;
    }
    Instant mine = until.orElse(Instant.MIN);
    return other.until.orElse(Instant.MIN).isAfter(mine) ? other : this;
  }
}
