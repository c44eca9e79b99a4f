package dev.musubi.local.bench;

import dev.musubi.core.sending.Lane;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Pushes a second against a LINE that takes 5, 50 and 300 ms, from the first to the last answer.
 */
final class PushRates implements Measurement {
  private static final int INTENTS = 800;

  private final Size size;

  PushRates(Size size) {
    this.size = size;
  }

  public static void main(String[] arguments) {
    new PushRates(Size.FULL).measure();
  }

  @Override
  public void measure() {
    try (PushSite site = new PushSite()) {
      site.warmUp();
      PushSeries.inTurn(Stream.of(5, 50, 300).map(millis -> series(site, millis)).toList());
    }
  }

  private PushSeries series(PushSite site, int millis) {
    ShopId shop = site.seed().shop("line-of-" + millis + "-ms");
    return new PushSeries(
        "LINE takes %d ms".formatted(millis),
        site,
        () -> {
          site.line().takes(Duration.ofMillis(millis));
          return site.intents(shop, size.of(INTENTS), Lane.BULK);
        });
  }
}
