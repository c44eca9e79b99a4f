package dev.musubi.local.simulation.plan;

import dev.musubi.local.simulation.engine.Chance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

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

  private static final List<Storm.Target> TARGETS =
      List.of(
          Storm.Target.EVERYTHING,
          Storm.Target.PROCESSES,
          Storm.Target.PROCESSES,
          Storm.Target.STORES,
          Storm.Target.LINE,
          Storm.Target.LINE,
          Storm.Target.LINE,
          Storm.Target.SHOPIFY,
          Storm.Target.QUEUES,
          Storm.Target.QUEUES);

  /** At that rate LINE answers nothing at all. */
  private static final int OUTAGE = 3_000;

  /** What never lets anything through for a day shows no more than what lets little through. */
  private static final Map<Storm.Target, List<Integer>> LASTING = lasting();

  private static Map<Storm.Target, List<Integer>> lasting() {
    Map<Storm.Target, List<Integer>> lasting = new EnumMap<>(Storm.Target.class);
    for (Storm.Target target : Storm.Target.values()) {
      lasting.put(
          target,
          switch (target) {
            case LINE -> List.of(100, 900, 1400, OUTAGE);
            case SHOPIFY -> List.of(100, 900, 1400);
            case EVERYTHING, PROCESSES, STORES, QUEUES -> List.of(40, 100, 300);
          });
    }
    return lasting;
  }

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
    List<Storm> storms = new ArrayList<>(storms(shops, first));
    dramas.forEach(drama -> storms.addAll(crisis(chance.named("crisis " + drama), drama)));
    storms.removeIf(storm -> !storm.from().isBefore(end));
    return new Plan(seed, start, end, shops, acts, storms, Optional.empty());
  }

  private ShopPlan shop(int number) {
    Chance own = chance.named("shop-" + number);
    ZoneId zone = ZoneId.of(own.oneOf(ZONES));
    OptionalLong monthly =
        own.happens(0.08) ? OptionalLong.of(own.between(1, 6)) : OptionalLong.empty();
    return new ShopPlan(
        "shop-" + (char) ('a' + number),
        zone,
        own.happens(0.5) ? "ja" : "en",
        own.between(2, 5),
        withRestock(terms(own), chance.named("restock-" + number)),
        monthly);
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

  private List<Storm> storms(List<ShopPlan> shops, LocalDate first) {
    Chance own = chance.named("storms");
    List<Storm> storms = new ArrayList<>();
    Instant last = first.plusDays(days).atStartOfDay(ZoneId.of("UTC")).toInstant();
    int count = own.between(2, 4);
    for (int i = 0; i < count; i++) {
      ShopPlan hit = own.oneOf(shops);
      Instant run =
          first
              .plusDays(own.below(days))
              .atTime(hit.terms().browseAt())
              .atZone(hit.zone())
              .toInstant();
      Storm storm = storm(own, run, last);
      storms.add(storm);
      boolean atLine = storm.target() == Storm.Target.LINE;
      if (atLine && own.happens(0.5)) {
        storms.add(new Storm(storm.from(), storm.until(), Storm.Target.QUEUES, 300));
      }
    }
    return storms;
  }

  /** What goes wrong just while somebody changes everything. */
  private static List<Storm> crisis(Chance own, Drama drama) {
    Instant from = drama.run().minusSeconds(own.between(5, 60));
    Instant until = drama.at().plusSeconds(own.between(5, 60));
    return switch (own.below(5)) {
      // Whatever was tried is unclear, and tried again after the change.
      case 0 -> List.of(new Storm(from, until, Storm.Target.LINE, OUTAGE));
      // Two meet over one message while LINE takes its time.
      case 1 -> {
        Instant soon = drama.run().plus(own.between(Duration.ofMinutes(1), Duration.ofMinutes(4)));
        yield List.of(
            new Storm(from, soon, Storm.Target.QUEUES, 900),
            new Storm(from, soon, Storm.Target.LINE, 300));
      }
      case 2 -> List.of(new Storm(from, until, Storm.Target.PROCESSES, 200));
      case 3 -> List.of(new Storm(from, until, Storm.Target.STORES, 200));
      default -> List.of();
    };
  }

  /** Mostly short, and aimed at a daily run; some last into the next day. */
  private static Storm storm(Chance own, Instant run, Instant last) {
    Storm.Target target = own.oneOf(TARGETS);
    boolean lasting = own.happens(0.12);
    boolean aimed = own.happens(0.75);
    Instant from =
        run.plus(
            own.between(aimed ? Duration.ofSeconds(-60) : Duration.ofMinutes(-90), Duration.ZERO));
    Duration length =
        lasting
            ? own.between(Duration.ofHours(6), Duration.ofHours(40))
            : own.between(Duration.ofMinutes(3), Duration.ofMinutes(aimed ? 40 : 150));
    Instant until = from.plus(length);
    int perMille = own.oneOf(lasting ? LASTING.get(target) : List.of(10, 40, 100, 300, 300, 900));
    return new Storm(from, until.isBefore(last) ? until : last, target, perMille);
  }
}
