package dev.musubi.core.sending;

import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leaves a channel alone that hangs or is at its limit, so that it does not hold up the others of
 * the same environment: after {@value #FAILURES} unclear answers in a row nothing is tried for 30
 * seconds, then a single call probes.
 */
final class Breaker {

  static final int FAILURES = 5;
  static final Duration OPEN = Duration.ofSeconds(30);

  private final Map<ShopId, Trouble> troubles = new ConcurrentHashMap<>();

  /** So many bad answers in a row, and nothing is tried before then. */
  private record Trouble(int failures, Instant until) {}

  /** Whether a call may be made now; after a pause only the first who asks gets leave. */
  boolean lets(ShopId shop, Instant now) {
    Trouble before = troubles.get(shop);
    if (before == null || before.failures() < FAILURES) {
      return true;
    }
    boolean over = !before.until().isAfter(now);
    return over && troubles.replace(shop, before, new Trouble(before.failures(), now.plus(OPEN)));
  }

  void heard(ShopId shop, WireOutcome answer, Instant now) {
    if (bad(answer)) {
      troubles.merge(
          shop,
          new Trouble(1, now),
          (old, one) -> new Trouble(Math.min(FAILURES, old.failures() + 1), now.plus(OPEN)));
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
