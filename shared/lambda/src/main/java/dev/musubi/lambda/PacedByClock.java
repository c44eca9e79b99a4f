package dev.musubi.lambda;

import dev.musubi.core.sending.Pacer;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Spaces one environment's requests of each shop's channel evenly, so many per second. Nothing is
 * saved up: after {@link #begin()} the first request waits its interval like every other.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#rate-limits">Rate
 *     limits</a>
 */
public final class PacedByClock implements Pacer {

  private final long interval;
  private final LongSupplier nanos;
  private final LongConsumer park;
  private final Map<ShopId, Long> latest = new ConcurrentHashMap<>();

  public PacedByClock(double perSecond) {
    this(perSecond, System::nanoTime, LockSupport::parkNanos);
  }

  PacedByClock(double perSecond, LongSupplier nanos, LongConsumer park) {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException("'perSecond' must be more than 0");
    }
    this.interval = (long) (Duration.ofSeconds(1).toNanos() / perSecond);
    this.nanos = nanos;
    this.park = park;
  }

  /**
   * To be called at the start of every invocation: an environment that was frozen, or restored on
   * another machine, can't compare its former times with the present ones.
   */
  public void begin() {
    latest.clear();
  }

  @Override
  public void await(ShopId shop) {
    long now = nanos.getAsLong();
    long turn =
        latest.compute(shop, (s, last) -> (last == null || last - now < 0 ? now : last) + interval);
    for (long left = turn - now; left > 0; left = turn - nanos.getAsLong()) {
      park.accept(left);
    }
  }
}
