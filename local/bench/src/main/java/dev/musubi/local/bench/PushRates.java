package dev.musubi.local.bench;

import dev.musubi.core.sending.Lane;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pushes a second against a LINE that takes 5, 50 and 300 ms, from the queue to LINE's answer. */
final class PushRates implements Measurement {
  private static final int ROUNDS = 3;
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
      for (int millis : List.of(5, 50, 300)) {
        site.line().takes(Duration.ofMillis(millis));
        ShopId shop = site.seed().shop("line-of-" + millis + "-ms");
        List<Double> rates = new ArrayList<>();
        List<Double> calls = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
          var intents = site.intents(shop, size.of(INTENTS), Lane.BULK);
          site.beginCounting();
          site.send(intents);
          rates.add(intents.size() * 1e9 / site.line().span().toNanos());
          calls.add(site.callsOfPush() / (double) intents.size());
        }
        System.out.printf(
            "LINE takes %3d ms: %s   %s%n",
            millis,
            new Spread(rates).told("pushes/s", 0),
            new Spread(calls).told("AWS calls of push each", 2));
      }
    }
  }
}
