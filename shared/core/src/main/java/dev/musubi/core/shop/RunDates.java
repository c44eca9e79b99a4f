package dev.musubi.core.shop;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The shop-local dates of what is done every day: the last run that was started, the next one to
 * start, and the next check of what Shopify tells.
 */
public record RunDates(
    Optional<LocalDate> last, Optional<LocalDate> next, Optional<LocalDate> checkUp) {

  public static final RunDates NONE =
      new RunDates(Optional.empty(), Optional.empty(), Optional.empty());

  public RunDates {
    Objects.requireNonNull(last, "'last' must not be null");
    Objects.requireNonNull(next, "'next' must not be null");
    Objects.requireNonNull(checkUp, "'checkUp' must not be null");
  }
}
