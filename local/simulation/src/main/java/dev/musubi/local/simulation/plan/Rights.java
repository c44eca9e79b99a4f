package dev.musubi.local.simulation.plan;

import dev.musubi.local.simulation.engine.Chance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * What people ask of a shop about themselves, and what merchants do about them: a month's pause, an
 * answer to what is held, a customer who is deleted, and two who turn out to be one person.
 */
final class Rights {

  /** A person's second customer has the number of the first and this. */
  private static final int TWIN = 700;

  private final Chance chance;
  private final int shop;
  private final ShopPlan planned;
  private final LocalDate first;
  private final int days;
  private final List<Act> acts = new ArrayList<>();
  private int numbers;

  Rights(Chance chance, int shop, ShopPlan planned, LocalDate first, int days) {
    this.chance = chance;
    this.shop = shop;
    this.planned = planned;
    this.first = first;
    this.days = days;
  }

  /** {@code number} tells the customer's number of a person; acts are numbered from there on. */
  List<Act> acts(int people, IntUnaryOperator number, int from) {
    numbers = from;
    for (int person = 1; person <= people; person++) {
      Chance own = chance.named("person-" + person);
      int customer = number.applyAsInt(person);
      for (int day = 0; day < days; day++) {
        day(own, day, customer);
      }
      if (person > Town.SHARED && days > 1) {
        if (own.happens(0.12)) {
          twin(own.named("twin"), customer);
        } else if (own.happens(0.03)) {
          act(at(own, own.between(1, days - 1)), new Deed.Delete(customer));
        }
      }
    }
    return acts;
  }

  private void day(Chance own, int day, int customer) {
    if (own.happens(0.05)) {
      Instant paused = at(own, day);
      act(paused, new Deed.Pause(customer, true));
      if (own.happens(0.5)) {
        act(later(own, paused), new Deed.Pause(customer, false));
      }
    }
    if (own.happens(0.05)) {
      act(at(own, day), new Deed.AskData(customer));
    }
    if (own.happens(0.05)) {
      act(at(own, day), new Deed.Prefer(customer, "RESTOCK", false));
    }
  }

  /** The merchant merges the one into the other, whichever was made first. */
  private void twin(Chance own, int customer) {
    int twin = customer + TWIN;
    Instant merged = at(own, own.between(1, days - 1));
    int product = 1 + own.below(planned.products());
    act(before(own, merged), new Deed.View(twin, product));
    act(before(own, merged), new Deed.Wish(twin, own.oneOf(ShopPlan.SCARCE)));
    if (own.happens(0.5)) {
      act(before(own, merged), new Deed.Checkout(twin, 1, product));
    }
    if (own.happens(0.4)) {
      act(before(own, merged), new Deed.Buy(twin, product, 0));
    }
    boolean keepsTwin = own.happens(0.5);
    act(merged, keepsTwin ? new Deed.Merge(customer, twin) : new Deed.Merge(twin, customer));
  }

  private static Instant before(Chance own, Instant than) {
    Duration most = own.happens(0.3) ? Duration.ofMinutes(3) : Duration.ofHours(24);
    return than.minus(own.between(Duration.ofSeconds(1), most));
  }

  private static Instant later(Chance own, Instant than) {
    return than.plus(own.between(Duration.ofSeconds(5), Duration.ofHours(20)));
  }

  private Instant at(Chance own, int day) {
    Instant run =
        first.plusDays(day).atTime(planned.terms().browseAt()).atZone(planned.zone()).toInstant();
    if (own.happens(0.5)) {
      return run.plus(own.between(Duration.ofSeconds(-40), Duration.ofMinutes(30)));
    }
    LocalTime local = LocalTime.of(own.between(6, 23), own.below(60), own.below(60));
    return first.plusDays(day).atTime(local).atZone(planned.zone()).toInstant();
  }

  private void act(Instant at, Deed deed) {
    acts.add(new Act(planned.handle() + "-" + ++numbers, at, shop, deed));
  }
}
