package dev.musubi.local.simulation.plan;

import dev.musubi.local.simulation.engine.Chance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

/**
 * Who waits for the scarce products of one shop, and how their stock comes and goes: mostly one to
 * three at a time, now and then for a few minutes alone, often half an hour before the daily run so
 * that the first wave falls into its storm.
 */
final class Waiting {

  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private final Chance chance;
  private final int shop;
  private final ShopPlan planned;
  private final LocalDate first;
  private final int days;
  private final List<Act> acts = new ArrayList<>();
  private final List<Drama> dramas = new ArrayList<>();
  private int numbers;

  Waiting(Chance chance, int shop, ShopPlan planned, LocalDate first, int days) {
    this.chance = chance;
    this.shop = shop;
    this.planned = planned;
    this.first = first;
    this.days = days;
  }

  /** {@code number} tells the customer's number of a person; acts are numbered from there on. */
  List<Act> acts(int people, IntUnaryOperator number, int from) {
    numbers = from;
    for (int product : ShopPlan.SCARCE) {
      merchant(
          chance.named("stock-" + product),
          product,
          own -> number.applyAsInt(own.between(1, people)));
      for (int person = 1; person <= people; person++) {
        shopper(
            chance.named("person-" + person + "-" + product), number.applyAsInt(person), product);
      }
    }
    return acts;
  }

  /** Those of the acts. */
  List<Drama> dramas() {
    return dramas;
  }

  private void merchant(Chance own, int product, ToIntFunction<Chance> somebody) {
    Instant end = first.plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant since = day(0);
    for (int day = 0; day < days; day++) {
      if (own.happens(0.75)) {
        Instant back = back(own, day);
        if (back.isAfter(since)) {
          since = comes(own, back, product);
          drama(own, back.plus(HALF_AN_HOUR), product, somebody);
        }
      }
    }
    if (planned.monthly().isPresent()) {
      // Messages that LINE takes none of hold up the next wave for two days each.
      act(end.minusSeconds(60), new Deed.Units(product, 0));
    }
  }

  /** Somebody changes everything while the first wave is on its way. */
  private void drama(Chance own, Instant wave, int product, ToIntFunction<Chance> somebody) {
    Instant at = wave.plus(own.between(Duration.ofSeconds(1), Duration.ofMinutes(2)));
    int what = own.below(6);
    switch (what) {
      case 0 -> act(at, new Deed.TakeBack(somebody.applyAsInt(own), product));
      case 1 -> act(at, new Deed.Buy(somebody.applyAsInt(own), product, 0));
      default -> {}
    }
    if (what < 2 && own.happens(0.5)) {
      dramas.add(new Drama(wave, at));
    }
  }

  /** Often such that the first wave falls about the daily run. */
  private Instant back(Chance own, int day) {
    if (own.happens(0.4)) {
      return run(day).minus(HALF_AN_HOUR).plus(own.between(Duration.ofMinutes(-3), HALF_AN_HOUR));
    }
    return at(own, day);
  }

  /** Answers when the stock moved last. */
  private Instant comes(Chance own, Instant back, int product) {
    act(back, new Deed.Units(product, own.between(1, 3)));
    Instant last = back;
    if (own.happens(0.35)) {
      boolean toldOf = own.happens(0.4);
      last =
          last.plus(
              own.between(toldOf ? HALF_AN_HOUR : Duration.ofSeconds(20), Duration.ofMinutes(32)));
      act(last, new Deed.Units(product, 0));
      if (own.happens(0.6)) {
        last = last.plus(own.between(Duration.ofSeconds(20), Duration.ofMinutes(20)));
        act(last, new Deed.Units(product, own.between(1, 2)));
      }
    }
    if (own.happens(0.25)) {
      last = last.plus(own.between(Duration.ofMinutes(2), Duration.ofHours(2)));
      act(last, new Deed.Units(product, own.between(0, 4)));
    }
    if (own.happens(0.5)) {
      last = last.plus(own.between(Duration.ofMinutes(33), Duration.ofHours(14)));
      act(last, new Deed.Units(product, 0));
    }
    return last;
  }

  private void shopper(Chance own, int customer, int product) {
    if (own.happens(0.75)) {
      Instant wished = day(0).plus(own.between(Duration.ofMinutes(10), Duration.ofHours(30)));
      act(wished, new Deed.Wish(customer, product));
      if (own.happens(0.15)) {
        act(later(own, wished), new Deed.TakeBack(customer, own.happens(0.5) ? 0 : product));
      }
    }
    for (int day = 0; day < days; day++) {
      if (own.happens(0.25)) {
        act(at(own, day), new Deed.Wish(customer, product));
      }
      if (own.happens(0.07)) {
        act(at(own, day), new Deed.Buy(customer, product, 0));
      }
      if (own.happens(0.06)) {
        act(at(own, day), new Deed.TakeBack(customer, own.happens(0.5) ? 0 : product));
      }
    }
  }

  private static Instant later(Chance own, Instant than) {
    return than.plus(own.between(Duration.ofSeconds(5), Duration.ofHours(20)));
  }

  private Instant at(Chance own, int day) {
    if (own.happens(0.3)) {
      return run(day).plus(own.between(Duration.ofMinutes(-40), Duration.ofMinutes(40)));
    }
    LocalTime local = LocalTime.of(own.between(6, 23), own.below(60), own.below(60));
    return first.plusDays(day).atTime(local).atZone(planned.zone()).toInstant();
  }

  private Instant run(int day) {
    LocalTime hour = planned.terms().browseAt();
    return first.plusDays(day).atTime(hour).atZone(planned.zone()).toInstant();
  }

  private Instant day(int day) {
    return first.plusDays(day).atStartOfDay(planned.zone()).toInstant();
  }

  private void act(Instant at, Deed deed) {
    acts.add(new Act(planned.handle() + "-" + ++numbers, at, shop, deed));
  }
}
