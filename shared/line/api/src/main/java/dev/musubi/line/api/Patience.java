package dev.musubi.line.api;

import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * How long the answer to a call that may be made again is awaited: the longest time as long as no
 * other shop was served of late, and otherwise four times what LINE took of late, at least a
 * twentieth of the longest, so that a channel that hangs holds up the other shops of an environment
 * only briefly. A channel that was awaited in vain is given twice as long the next time, so that a
 * slow one is heard in the end.
 */
final class Patience {
  private static final int TIMES = 4;
  private static final int TWENTIETH = 20;
  private static final long OF_LATE = Duration.ofMinutes(1).toNanos();

  /** What each answer leaves of the patience before it: after 64 of them an eighth. */
  private static final double LEFT = 31 / 32.0;

  private final Duration longest;
  private final Duration shortest;
  private final LongSupplier nanos;
  private final Map<ShopId, Duration> slow = new HashMap<>();
  private Optional<Served> latest = Optional.empty();
  private Optional<Served> latestOther = Optional.empty();
  private Duration usual;

  private record Served(ShopId shop, long at) {}

  Patience(Duration longest, LongSupplier nanos) {
    this.longest = longest;
    this.shortest = longest.dividedBy(TWENTIETH);
    this.nanos = nanos;
    this.usual = longest;
  }

  synchronized Duration with(ShopId shop) {
    if (!othersToo(shop)) {
      return longest;
    }
    return longer(usual, slow.getOrDefault(shop, shortest));
  }

  private boolean othersToo(ShopId shop) {
    long now = nanos.getAsLong();
    return Stream.of(latest, latestOther)
        .flatMap(Optional::stream)
        .anyMatch(served -> !served.shop().equals(shop) && now - served.at() <= OF_LATE);
  }

  synchronized void answered(ShopId shop, Duration took) {
    if (latest.filter(served -> !served.shop().equals(shop)).isPresent()) {
      latestOther = latest;
    }
    latest = Optional.of(new Served(shop, nanos.getAsLong()));
    Duration wanted = atMostLongest(took.multipliedBy(TIMES));
    slow.computeIfPresent(shop, (s, own) -> fade(own));
    if (wanted.compareTo(usual) > 0) {
      slow.merge(shop, wanted, Patience::longer);
    }
    slow.remove(shop, shortest);
    usual = longer(wanted, fade(usual));
  }

  synchronized void inVain(ShopId shop, Duration waited) {
    slow.merge(shop, atMostLongest(waited.multipliedBy(2)), Patience::longer);
  }

  private Duration atMostLongest(Duration wanted) {
    return wanted.compareTo(longest) < 0 ? wanted : longest;
  }

  private Duration fade(Duration before) {
    return longer(shortest, Duration.ofNanos((long) (before.toNanos() * LEFT)));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
