package dev.musubi.core.shopping;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the line has been told of one restock: the last place reached, whether that was
 * everybody, and when the last wave began, went on or was put off.
 */
public record Telling(
    Instant event, Optional<Place> reached, boolean everybody, Optional<Instant> last) {

  public Telling {
    Objects.requireNonNull(event, "'event' must not be null");
    Objects.requireNonNull(reached, "'reached' must not be null");
    Objects.requireNonNull(last, "'last' must not be null");
  }
}
