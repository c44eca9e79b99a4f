package dev.musubi.line.api;

import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long the answer to a call that may be made again is awaited, so that a channel that hangs
 * holds up the other shops of an environment only briefly: four times what LINE took of late, at
 * least a tenth of the longest time. A channel that was awaited in vain is given twice as long the
 * next time, so that a slow one is heard in the end.
 */
final class Patience {
  private static final int TIMES = 4;
  private static final int TENTH = 10;

  /** What each answer leaves of the patience before it: after 64 of them an eighth. */
  private static final double LEFT = 31 / 32.0;

  private final Duration longest;
  private final Map<ShopId, Duration> slow = new HashMap<>();
  private Duration usual;

  Patience(Duration longest) {
    this.longest = longest;
    this.usual = longest;
  }

  synchronized Duration with(ShopId shop) {
    Duration wanted = longer(usual, slow.getOrDefault(shop, Duration.ZERO));
    return wanted.compareTo(longest) > 0 ? longest : longer(wanted, longest.dividedBy(TENTH));
  }

  synchronized void answered(ShopId shop, Duration took) {
    Duration wanted = took.multipliedBy(TIMES);
    usual = longer(wanted, fade(usual));
    slow.computeIfPresent(shop, (s, before) -> longer(wanted, fade(before)));
    slow.values().removeIf(own -> own.compareTo(usual) <= 0);
  }

  synchronized void inVain(ShopId shop, Duration waited) {
    slow.merge(shop, waited.multipliedBy(2), Patience::longer);
  }

  private static Duration fade(Duration before) {
    return Duration.ofNanos((long) (before.toNanos() * LEFT));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
