package dev.musubi.core.sending;

import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leaves a channel alone that hangs or is at its limit, so that it does not hold up the others of
 * the same environment: after {@value #FAILURES} unclear answers in a row nothing is tried for 30
 * seconds, then a single call probes. After each that fails the pause is twice as long, up to five
 * minutes.
 */
final class Breaker {

  static final int FAILURES = 5;
  static final Duration OPEN = Duration.ofSeconds(30);
  static final Duration LONGEST = Duration.ofMinutes(5);

  private final Map<ShopId, Trouble> troubles = new ConcurrentHashMap<>();

  /** So many bad answers in a row, and nothing is tried before then. */
  private record Trouble(int failures, Instant until, Duration pause) {

    static Trouble first(Instant now) {
      return new Trouble(1, now.plus(OPEN), OPEN);
    }

    boolean holds(Instant now) {
      return failures == FAILURES && until.isAfter(now);
    }

    Trouble again(Instant now) {
      return new Trouble(Math.min(FAILURES, failures + 1), now.plus(pause), pause);
    }

    Trouble probed(Instant now) {
      Duration next = pause.multipliedBy(2);
      Duration longer = next.compareTo(LONGEST) < 0 ? next : LONGEST;
      return new Trouble(failures, now.plus(longer), longer);
    }
  }

  /** Whether nothing is tried at all now, not even a probe. */
  boolean isOpen(ShopId shop, Instant now) {
    return Optional.ofNullable(troubles.get(shop))
        .filter(trouble -> trouble.holds(now))
        .isPresent();
  }

  /** Whether a call may be made now; after a pause only the first who asks gets leave. */
  boolean lets(ShopId shop, Instant now) {
    Trouble before = troubles.get(shop);
    if (before == null || before.failures() < FAILURES) {
      return true;
    }
    return !before.holds(now) && troubles.replace(shop, before, before.probed(now));
  }

  void heard(ShopId shop, WireOutcome answer, Instant now) {
    if (bad(answer)) {
      troubles.merge(shop, Trouble.first(now), (old, one) -> old.again(now));
    } else {
      troubles.remove(shop);
    }
  }

  private static boolean bad(WireOutcome answer) {
    return switch (answer) {
      case WireOutcome.Unclear unclear -> true;
      case WireOutcome.Throttled throttled -> true;
      case WireOutcome.Accepted accepted -> false;
      case WireOutcome.Refused refused -> false;
      case WireOutcome.MonthlyLimit limit -> false;
      case WireOutcome.TokenRejected rejected -> false;
    };
  }
}
