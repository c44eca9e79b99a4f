package dev.musubi.core.sending;

import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shop.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What the shops' channels answered of late, and what that means for their next messages. */
final class Channels {

  /** How long nothing is tried for a shop whose credentials LINE does not take. */
  private static final Duration PAUSE = Duration.ofMinutes(15);

  /** How long a monthly limit that LINE reported counts before the quota is asked for again. */
  private static final Duration LIMIT_HOLDS = Duration.ofMinutes(15);

  private final Shops shops;
  private final Quotas quotas;
  private final Meter meter;
  private final InstantSource clock;
  private final Breaker breaker = new Breaker();

  Channels(Shops shops, Quotas quotas, Meter meter, InstantSource clock) {
    this.shops = shops;
    this.quotas = quotas;
    this.meter = meter;
    this.clock = clock;
  }

  /** Whether nothing is tried at all now, not even a probe. */
  boolean isLeftAlone(ShopId shop) {
    return breaker.isOpen(shop, clock.instant());
  }

  /** Whether a call may be made now. */
  boolean lets(ShopId shop) {
    return breaker.lets(shop, clock.instant());
  }

  Quota quota(ShopId shop) {
    return quotas.of(shop);
  }

  void heard(ShopId shop, WireOutcome answer) {
    Instant now = clock.instant();
    breaker.heard(shop, answer, now);
    switch (answer) {
      case WireOutcome.MonthlyLimit limit -> quotas.exhausted(shop, now.plus(LIMIT_HOLDS));
      case WireOutcome.TokenRejected rejected -> pause(shop, now.plus(PAUSE));
      case WireOutcome.Accepted accepted -> {}
      case WireOutcome.Refused refused -> {}
      case WireOutcome.Throttled throttled -> {}
      case WireOutcome.Unclear unclear -> {}
    }
  }

  private void pause(ShopId id, Instant until) {
    meter.paused(id);
    for (Optional<Shop> shop = shops.find(id); shop.isPresent(); shop = shops.find(id)) {
      boolean settled =
          switch (shop.get().standing()) {
            case Standing.Active active -> false;
            case Standing.Paused paused -> !paused.until().isBefore(until);
            case Standing.Uninstalled uninstalled -> true;
          };
      if (settled || shops.save(shop.get().with(new Standing.Paused(until))) == Saved.DONE) {
        return;
      }
    }
  }
}
