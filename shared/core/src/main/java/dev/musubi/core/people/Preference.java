package dev.musubi.core.people;

import java.time.Instant;
import java.util.Objects;

/**
 * Whether a person wants some messages, and since which event of theirs; the newer one counts, and
 * of two at once the one that wants less.
 */
public record Preference(boolean wanted, Instant asOf) {

  /** Who said nothing wants what the shop sends. */
  public static final Preference UNSAID = new Preference(true, Instant.EPOCH);

  public Preference {
    Objects.requireNonNull(asOf, "'asOf' must not be null");
  }

  public Preference or(Preference other) {
    if (other.asOf.equals(asOf)) {
      return wanted ? other : this;
    }
    return other.asOf.isAfter(asOf) ? other : this;
  }
}
