package dev.musubi.core.shopping;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Since when a variant has been in stock without a break, from signals in any order: {@code out} is
 * when it was last heard to be gone, {@code since} and {@code confirmed} when it was first and last
 * heard to be there after that.
 */
public record Availability(
    Optional<Instant> out, Optional<Instant> since, Optional<Instant> confirmed) {

  public static final Availability UNKNOWN =
      new Availability(Optional.empty(), Optional.empty(), Optional.empty());

  public Availability {
    Objects.requireNonNull(out, "'out' must not be null");
    Objects.requireNonNull(since, "'since' must not be null");
    Objects.requireNonNull(confirmed, "'confirmed' must not be null");
    if (since.isPresent() != confirmed.isPresent()) {
      throw new IllegalArgumentException("'since' and 'confirmed' go together");
    }
  }

  /** It was there at that time; what is older than its last absence says nothing. */
  public Availability in(Instant at) {
    if (out.filter(gone -> !at.isAfter(gone)).isPresent()) {
      return this;
    }
    Instant latest = confirmed.filter(known -> known.isAfter(at)).orElse(at);
    return new Availability(out, since.or(() -> Optional.of(at)), Optional.of(latest));
  }

  /** It was gone at that time; what was heard to be there later counts from then on. */
  public Availability out(Instant at) {
    if (out.filter(gone -> !at.isAfter(gone)).isPresent()) {
      return this;
    }
    if (since.filter(from -> from.isAfter(at)).isPresent()) {
      return new Availability(Optional.of(at), since, confirmed);
    }
    Optional<Instant> after = confirmed.filter(latest -> latest.isAfter(at));
    return new Availability(Optional.of(at), after, after);
  }
}
