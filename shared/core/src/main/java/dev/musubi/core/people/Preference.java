package dev.musubi.core.people;

import java.time.Instant;
import java.util.Objects;

/**
 * Whether a person wants a kind of message, and since which event of theirs; the newer one counts.
 */
public record Preference(boolean wanted, Instant asOf) {

  public Preference {
    Objects.requireNonNull(asOf, "'asOf' must not be null");
  }

  public Preference or(Preference other) {
    return other.asOf.isAfter(asOf) ? other : this;
  }
}
