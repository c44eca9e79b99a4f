package dev.musubi.core.shopping;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Those of the line after {@code after} up to {@code reached} whom one wave told or passed over:
 * {@code placed} of its {@code size} places are given away to people whom a message can reach, out
 * of {@code seen} looked at. Up to {@code reaching} they may have been told: that is stored before
 * anybody is.
 */
public record Wave(
    Instant event,
    Instant due,
    int size,
    Optional<Place> after,
    Optional<Place> reached,
    Optional<Place> reaching,
    int placed,
    int seen,
    boolean done) {

  public Wave {
    Objects.requireNonNull(event, "'event' must not be null");
    Objects.requireNonNull(due, "'due' must not be null");
    Objects.requireNonNull(after, "'after' must not be null");
    Objects.requireNonNull(reached, "'reached' must not be null");
    Objects.requireNonNull(reaching, "'reaching' must not be null");
    if (reached.isPresent() && !reaching.equals(later(reached, reaching))) {
      throw new IllegalArgumentException("'reaching' must not be before 'reached'");
    }
    if (size < 1) {
      throw new IllegalArgumentException("'size' must be at least 1");
    }
    if (placed < 0 || placed > size || seen < placed) {
      throw new IllegalArgumentException("'placed' must be at most 'size' and at most 'seen'");
    }
  }

  static Wave begin(Instant event, Instant now, int size, Optional<Place> after) {
    return new Wave(event, now, size, after, after, after, 0, 0, false);
  }

  /** The same wave before it goes on to a place. */
  public Wave reaching(Optional<Place> to) {
    return new Wave(event, due, size, after, reached, later(reaching, to), placed, seen, done);
  }

  /** The same wave after it went on to a place. */
  public Wave went(Optional<Place> to, int placedMore, int seenMore, boolean over) {
    Optional<Place> now = to.or(() -> reached);
    return new Wave(
        event,
        due,
        size,
        after,
        now,
        later(reaching, now),
        placed + placedMore,
        seen + seenMore,
        over || placed + placedMore == size);
  }

  Wave ended() {
    return new Wave(event, due, size, after, reached, reaching, placed, seen, true);
  }

  Wave handedOut() {
    return new Wave(event, due, size, after, reaching, reaching, placed, seen, done);
  }

  /** Whether everybody who may have been told surely was, or was passed over. */
  public boolean isHandedOut() {
    return reached.equals(reaching);
  }

  /** Whether that place of the line has had its turn in this wave, or may have had it. */
  public boolean covers(Place place) {
    return after.filter(from -> place.compareTo(from) <= 0).isEmpty() && isReaching(place);
  }

  /** Whether that place is before the end of what may have been told. */
  public boolean isReaching(Place place) {
    return reaching.filter(to -> place.compareTo(to) <= 0).isPresent();
  }

  private static Optional<Place> later(Optional<Place> one, Optional<Place> other) {
    return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
  }
}
