package dev.musubi.local.bench;

import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The same number of messages of one shop and of a thousand. */
final class ManyShops implements Measurement {
  private static final int SHOPS = 1_000;

  private final Size size;

  ManyShops(Size size) {
    this.size = size;
  }

  public static void main(String[] arguments) {
    new ManyShops(Size.FULL).measure();
  }

  @Override
  public void measure() {
    try (PushSite site = new PushSite()) {
      site.line().takes(Duration.ofMillis(50));
      site.warmUp();
      int total = size.of(SHOPS);
      ShopId one = site.seed().shop("one-shop");
      List<ShopId> many =
          Seed.SIDE_BY_SIDE.map(
              IntStream.range(0, total).boxed().toList(),
              at -> site.seed().shop("shop-%04d".formatted(at)));
      PushSeries.inTurn(
          List.of(
              new PushSeries("1 shop", site, () -> site.intents(one, total, Lane.BULK)),
              new PushSeries("%,d shops".formatted(total), site, () -> oneEach(site, many))));
    }
  }

  private static List<SendIntent> oneEach(PushSite site, List<ShopId> shops) {
    return Seed.SIDE_BY_SIDE.map(shops, shop -> site.intents(shop, 1, Lane.BULK).getFirst());
  }
}
