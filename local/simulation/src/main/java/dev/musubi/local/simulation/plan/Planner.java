package dev.musubi.local.simulation.plan;

import dev.musubi.local.simulation.engine.Chance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes up shops, people, merchants and storms by a seed. */
public final class Planner {

  private static final List<String> ZONES =
      List.of(
          "Asia/Tokyo",
          "Europe/Berlin",
          "America/New_York",
          "America/Santiago",
          "Australia/Lord_Howe");

  /** Days around which clocks change somewhere, and one around which none does. */
  private static final List<LocalDate> STARTS =
      List.of(
          LocalDate.of(2026, 6, 10),
          LocalDate.of(2026, 3, 6),
          LocalDate.of(2026, 3, 27),
          LocalDate.of(2026, 4, 2),
          LocalDate.of(2026, 9, 4),
          LocalDate.of(2026, 10, 2),
          LocalDate.of(2026, 10, 23),
          LocalDate.of(2026, 10, 30));

  private static final List<List<Duration>> DELAYS =
      List.of(
          List.of(Duration.ofMinutes(15)),
          List.of(Duration.ofHours(1)),
          List.of(Duration.ofMinutes(30), Duration.ofHours(3)),
          List.of(Duration.ofHours(1), Duration.ofHours(20)));

  private final Chance chance;
  private final long seed;
  private final int days;
  private final int people;

  /** {@code people} are in each shop. */
  public Planner(long seed, int days, int people) {
    this.chance = Chance.of(seed);
    this.seed = seed;
    this.days = days;
    this.people = people;
  }

  public Plan plan() {
    Chance general = chance.named("general");
    LocalDate first = general.oneOf(STARTS);
    Instant start = first.atStartOfDay(ZoneId.of("UTC")).toInstant();
    Instant end = start.plus(Duration.ofDays(days));
    List<ShopPlan> shops = new ArrayList<>();
    List<Act> acts = new ArrayList<>();
    List<Drama> dramas = new ArrayList<>();
    int count = general.happens(0.8) ? 2 : 3;
    for (int shop = 0; shop < count; shop++) {
      ShopPlan planned = shop(shop);
      shops.add(planned);
      Town town = new Town(chance.named("town-" + shop), shop, planned, first, days);
      acts.addAll(town.acts(people));
      dramas.addAll(town.dramas());
    }
    acts.removeIf(act -> act.at().isBefore(start) || !act.at().isBefore(end));
    acts.sort(Comparator.comparing(Act::at).thenComparing(Act::id));
    Weather weather = new Weather(chance, days);
    List<Storm> storms = new ArrayList<>(weather.storms(shops, first));
    storms.addAll(weather.crises(dramas, acts));
    storms.removeIf(storm -> !storm.from().isBefore(end));
    return new Plan(seed, start, end, shops, acts, storms, Optional.empty());
  }

  private ShopPlan shop(int number) {
    Chance own = chance.named("shop-" + number);
    ZoneId zone = ZoneId.of(own.oneOf(ZONES));
    Optional<ShopPlan.Monthly> monthly =
        own.happens(0.08)
            ? Optional.of(monthly(own.between(1, 6), chance.named("reserve-" + number)))
            : Optional.empty();
    return new ShopPlan(
        "shop-" + (char) ('a' + number),
        zone,
        own.happens(0.5) ? "ja" : "en",
        own.between(2, 5),
        withRestock(terms(own), chance.named("restock-" + number)),
        monthly);
  }

  private static ShopPlan.Monthly monthly(int limit, Chance own) {
    return new ShopPlan.Monthly(limit, own.between(0, 3));
  }

  /** Sensible and odd ones: the hour of the daily run lies outside the quiet hours. */
  static ShopPlan.Terms terms(Chance own) {
    ShopPlan.Quiet quiet =
        own.happens(0.6)
            ? new ShopPlan.Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0))
            : own.oneOf(
                List.of(
                    new ShopPlan.Quiet(LocalTime.of(18, 15), LocalTime.of(8, 30)),
                    new ShopPlan.Quiet(LocalTime.of(0, 30), LocalTime.of(2, 0)),
                    new ShopPlan.Quiet(LocalTime.of(13, 0), LocalTime.of(17, 30)),
                    new ShopPlan.Quiet(LocalTime.of(20, 30), LocalTime.of(2, 30)),
                    new ShopPlan.Quiet(LocalTime.NOON, LocalTime.NOON)));
    LocalTime at = LocalTime.of(18, 0);
    if (own.happens(0.5)) {
      do {
        at = LocalTime.of(own.below(24), 15 * own.below(4));
      } while (quiet.contains(at));
    }
    Optional<ShopPlan.Limit> budget =
        own.happens(0.8)
            ? Optional.of(new ShopPlan.Limit(own.between(1, 3), own.between(1, 7)))
            : Optional.empty();
    ShopPlan.Limit cap = new ShopPlan.Limit(own.between(1, 2), own.oneOf(List.of(1, 1, 2, 3, 7)));
    boolean browse = own.happens(0.97);
    return new ShopPlan.Terms(quiet, cap, budget, browse, at, kinds(own));
  }

  /** Most shops tell of what is back, by a chance of its own. */
  static ShopPlan.Terms withRestock(ShopPlan.Terms terms, Chance own) {
    boolean on = own.happens(0.9);
    ShopPlan.Restock restock = new ShopPlan.Restock(own.happens(0.3));
    return on ? terms.with(terms.others().with(restock)) : terms;
  }

  private static ShopPlan.Kinds kinds(Chance own) {
    Optional<ShopPlan.Cart> cart = Optional.empty();
    if (own.happens(0.6)) {
      ShopPlan.Limit cap = new ShopPlan.Limit(own.between(1, 2), own.oneOf(List.of(1, 2, 7)));
      cart = Optional.of(new ShopPlan.Cart(own.oneOf(DELAYS), cap));
    }
    Optional<ShopPlan.Service> service =
        own.happens(0.5)
            ? Optional.of(new ShopPlan.Service(own.happens(0.5), own.happens(0.5)))
            : Optional.empty();
    return new ShopPlan.Kinds(cart, service, Optional.empty());
  }
}
