package dev.musubi.local.simulation.plan;

import dev.musubi.local.simulation.engine.Chance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When what goes wrong: mostly about daily runs, and just while somebody changes everything. */
final class Weather {

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

  /** At that rate every index answers as of a while ago. */
  private static final int ALWAYS = 2_000;

  /** At that rate nothing is answered at all. */
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
            case EVERYTHING, PROCESSES, STORES, INDEXES, QUEUES -> List.of(40, 100, 300);
          });
    }
    return lasting;
  }

  private final Chance chance;
  private final int days;

  Weather(Chance chance, int days) {
    this.chance = chance;
    this.days = days;
  }

  /** What goes wrong while somebody changes everything, and while carts are left behind. */
  List<Storm> crises(List<Drama> dramas, List<Act> acts) {
    List<Storm> storms = new ArrayList<>();
    dramas.forEach(drama -> storms.addAll(crisis(chance.named("crisis " + drama), drama)));
    acts.forEach(act -> trouble(chance.named("trouble " + act.id()), act).ifPresent(storms::add));
    return storms;
  }

  List<Storm> storms(List<ShopPlan> shops, LocalDate first) {
    Chance own = chance.named("storms");
    List<Storm> storms = new ArrayList<>();
    Instant last = first.plusDays(days).atStartOfDay(ZoneId.of("UTC")).toInstant();
    int count = own.between(2, 4);
    for (int i = 0; i < count; i++) {
      Storm storm = storm(own, run(own, shops, first, days), last);
      storms.add(storm);
      boolean atLine = storm.target() == Storm.Target.LINE;
      if (atLine && own.happens(0.5)) {
        storms.add(new Storm(storm.from(), storm.until(), Storm.Target.QUEUES, 300));
      }
    }
    darkness(shops, first, last).ifPresent(storms::add);
    return storms;
  }

  /** Some daily run. */
  private static Instant run(Chance own, List<ShopPlan> shops, LocalDate first, int days) {
    ShopPlan hit = own.oneOf(shops);
    return first
        .plusDays(own.below(days))
        .atTime(hit.terms().browseAt())
        .atZone(hit.zone())
        .toInstant();
  }

  /** Now and then no store answers from just after a daily run until its messages are too late. */
  private Optional<Storm> darkness(List<ShopPlan> shops, LocalDate first, Instant last) {
    Chance own = chance.named("darkness");
    if (days < 2 || !own.happens(0.15)) {
      return Optional.empty();
    }
    Instant from = run(own, shops, first, days - 1).plusSeconds(own.between(1, 10));
    Instant until = from.plus(own.between(Duration.ofHours(18), Duration.ofHours(30)));
    return Optional.of(storm(from, until, last, Storm.Target.STORES, OUTAGE));
  }

  private static Storm storm(
      Instant from, Instant until, Instant last, Storm.Target target, int perMille) {
    return new Storm(from, until.isBefore(last) ? until : last, target, perMille);
  }

  /**
   * Processes die while a cart is heard of that is left behind, and while somebody is forgotten.
   */
  private static Optional<Storm> trouble(Chance own, Act act) {
    return switch (act.deed()) {
      case Deed.Checkout used when own.happens(0.25) ->
          Optional.of(deadly(act.at(), Duration.ofSeconds(own.between(5, 20)), 300));
      // Of the many calls of an erasure the last are to be reached too.
      case Deed.Redact gone when own.happens(0.5) ->
          Optional.of(deadly(act.at(), Duration.ofSeconds(own.between(60, 240)), 100));
      default -> Optional.empty();
    };
  }

  private static Storm deadly(Instant from, Duration length, int perMille) {
    return new Storm(from, from.plus(length), Storm.Target.PROCESSES, perMille);
  }

  /** What goes wrong just while somebody changes everything. */
  private static List<Storm> crisis(Chance own, Drama drama) {
    Instant from = drama.run().minusSeconds(own.between(5, 60));
    Instant until = drama.at().plusSeconds(own.between(5, 60));
    return switch (own.below(6)) {
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
      case 4 -> List.of();
      // What is tried again after the change may be judged by an index that lags.
      default ->
          List.of(
              new Storm(from, until, Storm.Target.LINE, OUTAGE),
              new Storm(from, until.plusSeconds(240), Storm.Target.INDEXES, ALWAYS));
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
    int perMille = own.oneOf(lasting ? LASTING.get(target) : List.of(10, 40, 100, 300, 300, 900));
    return storm(from, from.plus(length), last, target, perMille);
  }
}
