package dev.musubi.local.chaos;

import dev.musubi.local.simulation.engine.Chance;
import dev.musubi.local.simulation.plan.ShopPlan;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The five shops and what their merchants promise, by a seed. */
record Streets(List<ShopPlan> shops) {

  static final int SHOPS = 5;
  static final int PRODUCTS = 9;

  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Asia/Tokyo"),
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("Pacific/Honolulu"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Europe/London"));
  private static final List<LocalTime> HOURS =
      List.of(LocalTime.of(9, 0), LocalTime.of(12, 0), LocalTime.of(18, 0), LocalTime.of(19, 30));

  Streets {
    shops = List.copyOf(shops);
  }

  static Streets by(Chance chance) {
    return new Streets(
        IntStream.range(0, SHOPS)
            .mapToObj(
                shop ->
                    new ShopPlan(
                        "shop-" + (shop + 1),
                        ZONES.get(shop),
                        shop % 2 == 0 ? "ja" : "en",
                        PRODUCTS,
                        terms(chance.named("terms " + shop)),
                        Optional.empty()))
            .toList());
  }

  /** What a merchant may choose. */
  static ShopPlan.Terms terms(Chance chance) {
    return new ShopPlan.Terms(
        new ShopPlan.Quiet(LocalTime.of(chance.between(20, 22), 0), LocalTime.of(7, 30)),
        new ShopPlan.Limit(chance.between(1, 2), chance.between(1, 3)),
        Optional.of(new ShopPlan.Limit(3, chance.between(3, 7))).filter(b -> chance.happens(0.5)),
        true,
        chance.oneOf(HOURS),
        ShopPlan.Kinds.NONE);
  }
}
