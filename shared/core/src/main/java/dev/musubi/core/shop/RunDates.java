package dev.musubi.core.shop;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The shop-local dates of the daily run: the last one that was started and the next one to start.
 */
public record RunDates(Optional<LocalDate> last, Optional<LocalDate> next) {

  public static final RunDates NONE = new RunDates(Optional.empty(), Optional.empty());

  public RunDates {
    Objects.requireNonNull(last, "'last' must not be null");
    Objects.requireNonNull(next, "'next' must not be null");
  }
}
