package dev.musubi.core.shopping;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Those of the line after {@code after} up to {@code reached} whom one wave told or passed over:
 * {@code placed} of its {@code size} places are given away to people whom a message can reach, out
 * of {@code seen} looked at.
 */
public record Wave(
    Instant event,
    Instant due,
    int size,
    Optional<Place> after,
    Optional<Place> reached,
    int placed,
    int seen,
    boolean done) {

  public Wave {
    Objects.requireNonNull(event, "'event' must not be null");
    Objects.requireNonNull(due, "'due' must not be null");
    Objects.requireNonNull(after, "'after' must not be null");
    Objects.requireNonNull(reached, "'reached' must not be null");
    if (size < 1) {
      throw new IllegalArgumentException("'size' must be at least 1");
    }
    if (placed < 0 || placed > size || seen < placed) {
      throw new IllegalArgumentException("'placed' must be at most 'size' and at most 'seen'");
    }
  }

  static Wave begin(Instant event, Instant now, int size, Optional<Place> after) {
    return new Wave(event, now, size, after, after, 0, 0, false);
  }

  /** The same wave after it went on to a place. */
  public Wave went(Optional<Place> to, int placedMore, int seenMore, boolean over) {
    return new Wave(
        event,
        due,
        size,
        after,
        to.or(() -> reached),
        placed + placedMore,
        seen + seenMore,
        over || placed + placedMore == size);
  }

  Wave ended() {
    return new Wave(event, due, size, after, reached, placed, seen, true);
  }

  /** Whether that place of the line has had its turn in this wave. */
  public boolean covers(Place place) {
    return after.filter(from -> place.compareTo(from) <= 0).isEmpty()
        && reached.filter(to -> place.compareTo(to) <= 0).isPresent();
  }
}
