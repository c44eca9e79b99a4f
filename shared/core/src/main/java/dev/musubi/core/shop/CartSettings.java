package dev.musubi.core.shop;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a shop chose for {@link Kind#CART}: on or off, one delay after the last activity or two (15
 * minutes to 7 days, the second longer), the least value of a cart worth a reminder in the shop's
 * currency, its cap.
 */
public record CartSettings(
    boolean enabled, List<Duration> after, Optional<BigDecimal> minimum, Cap cap) {

  public static final int MOST_STEPS = 2;

  /** Shopify's link to a cart fails for about ten minutes. */
  public static final Duration SHORTEST = Duration.ofMinutes(15);

  public static final Duration LONGEST = Duration.ofDays(7);

  public CartSettings {
    Objects.requireNonNull(minimum, "'minimum' must not be null");
    Objects.requireNonNull(cap, "'cap' must not be null");
    after = List.copyOf(after);
    if (after.isEmpty() || after.size() > MOST_STEPS) {
      throw new IllegalArgumentException("'after' must have 1 or 2 delays");
    }
    if (after.size() == MOST_STEPS && after.get(0).compareTo(after.get(1)) >= 0) {
      throw new IllegalArgumentException("the second delay of 'after' must be the longer one");
    }
    if (after.stream().anyMatch(d -> d.compareTo(SHORTEST) < 0 || d.compareTo(LONGEST) > 0)) {
      throw new IllegalArgumentException("'after' must be 15 minutes to 7 days");
    }
    if (minimum.filter(least -> least.signum() < 0).isPresent()) {
      throw new IllegalArgumentException("'minimum' must not be negative");
    }
  }

  public static CartSettings defaults() {
    return new CartSettings(false, List.of(Duration.ofHours(1)), Optional.empty(), new Cap(1, 7));
  }
}
