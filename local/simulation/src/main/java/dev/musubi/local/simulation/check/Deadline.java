package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.plan.ShopPlan;
import dev.musubi.local.simulation.plan.Storm;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When what is owed must have arrived: so much polite time after the last storm. */
final class Deadline {

  static final Duration IN_REACH = Duration.ofHours(5);

  private static final Duration STEP = Duration.ofMinutes(15);

  private Deadline() {}

  /** Until when everything must have arrived, if that is before it is stale. */
  static Optional<Instant> of(
      Timeline timeline, int shop, ShopPlan.Terms terms, Instant due, Instant stale) {
    return of(timeline, shop, terms, due, IN_REACH, stale);
  }

  /** Likewise for what takes {@code within} of polite time. */
  static Optional<Instant> of(
      Timeline timeline,
      int shop,
      ShopPlan.Terms terms,
      Instant due,
      Duration within,
      Instant stale) {
    Instant at = due;
    for (Storm storm : timeline.plan.storms()) {
      if (storm.from().isBefore(stale) && storm.until().isAfter(at)) {
        at = storm.until();
      }
    }
    Duration awake = Duration.ZERO;
    while (awake.compareTo(within) < 0) {
      boolean quiet = terms.quiet().contains(at.atZone(timeline.zone(shop)).toLocalTime());
      awake = quiet ? awake : awake.plus(STEP);
      at = at.plus(STEP);
      if (at.isAfter(stale)) {
        return Optional.empty();
      }
    }
    return Optional.of(at);
  }
}
