package dev.musubi.local.simulation.plan;

import dev.musubi.local.simulation.engine.Chance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the people and the merchant of one shop do, day by day. */
final class Town {

  /** Customers and accounts up to this number are the same in every shop; the rest are its own. */
  static final int SHARED = 2;

  /** Who has a second account has it under the number of the first and this. */
  private static final int SECOND_PHONE = 500;

  /** The cart that is left behind so that its reminder comes with the daily run. */
  private static final int DRAMATIC = 9;

  /** The cart that is used before its customer is linked. */
  private static final int EARLY = 8;

  private static final List<String> WISHES =
      List.of("BROWSE", "BROWSE", "CART", "ORDER", Deed.Prefer.PROMOTIONAL);

  /** More than that nobody does about what is scarce. */
  private static final int ACTS_OF_WAITING = 10_000;

  private static final int NUMBERS_A_SHOP = 1_000_000;

  private final Chance chance;
  private final int shop;
  private final ShopPlan planned;
  private final LocalDate first;
  private final int days;
  private final List<Act> acts = new ArrayList<>();
  private final List<Drama> dramas = new ArrayList<>();
  private int numbers;

  Town(Chance chance, int shop, ShopPlan planned, LocalDate first, int days) {
    this.chance = chance;
    this.shop = shop;
    this.planned = planned;
    this.first = first;
    this.days = days;
  }

  /** Those of the acts. */
  List<Drama> dramas() {
    return dramas;
  }

  List<Act> acts(int people) {
    merchant(chance.named("merchant"));
    for (int person = 1; person <= people; person++) {
      person(chance.named("person-" + person), person);
    }
    Chance own = chance.named("dramas");
    for (int day = 1; day < days; day++) {
      if (people > 0 && own.happens(0.5)) {
        drama(own, day, number(own.between(1, people)));
      }
    }
    int usual = numbers;
    Waiting waiting = new Waiting(chance.named("waiting"), shop, planned, first, days);
    acts.addAll(waiting.acts(people, this::number, usual));
    dramas.addAll(waiting.dramas());
    int asked = usual + ACTS_OF_WAITING;
    acts.addAll(
        new Rights(chance.named("rights"), shop, planned, first, days)
            .acts(people, this::number, asked));
    forgotten();
    return acts;
  }

  /** A customer who is no more does nothing, and nobody links to them or is merged into them. */
  private void forgotten() {
    for (Act act : List.copyOf(acts)) {
      if (act.deed() instanceof Deed.Redact(int customer)) {
        acts.removeIf(
            other -> other.deed() instanceof Deed.Merge merge && merge.kept() == customer);
      }
    }
    for (Act act : List.copyOf(acts)) {
      if (leaves(act.deed())) {
        acts.removeIf(
            other ->
                other != act
                    && other.deed().whom().equals(act.deed().whom())
                    && (other.at().isAfter(act.at()) || late(other, act)));
      }
    }
  }

  private static boolean leaves(Deed deed) {
    return deed instanceof Deed.Redact || deed instanceof Deed.Delete || deed instanceof Deed.Merge;
  }

  /** Asked for so shortly before that the dialog may be confirmed afterwards. */
  private static boolean late(Act other, Act forgotten) {
    return other.deed() instanceof Deed.AskLink
        && other.at().plus(Duration.ofHours(1)).isAfter(forgotten.at());
  }

  private int number(int person) {
    return person <= SHARED ? person : shop * NUMBERS_A_SHOP + person;
  }

  private void merchant(Chance own) {
    ShopPlan.Terms terms = planned.terms();
    for (int day = 0; day < days; day++) {
      if (own.happens(0.06)) {
        Instant changed = at(own, day);
        ShopPlan.Terms other = Planner.terms(own);
        act(changed, new Deed.Change(Planner.withRestock(other, own.named("restock-" + day))));
      }
      int product = 1 + own.below(planned.products());
      if (own.happens(0.15)) {
        Instant sold = at(own, day);
        boolean sellable = own.happens(0.4);
        act(sold, new Deed.Stock(product, sellable));
        if (own.happens(0.5)) {
          act(later(own, sold), new Deed.Stock(product, !sellable));
        }
      }
      if (own.happens(0.05)) {
        act(at(own, day), new Deed.Publish(product, own.happens(0.4)));
      }
      if (own.happens(0.02)) {
        Instant gone = at(own, day);
        act(gone, new Deed.Uninstall());
        act(
            gone.plus(own.between(Duration.ofMinutes(1), Duration.ofHours(30))),
            new Deed.Reinstall());
      }
    }
    if (days > 0 && terms.browse() && own.happens(0.05)) {
      act(at(own, own.below(days)), new Deed.Change(terms.withoutBrowse()));
    }
  }

  /** Somebody who is about to get a message changes everything while it is on its way. */
  private void drama(Chance own, int day, int person) {
    int product = 1 + own.below(planned.products());
    Instant noon =
        first.plusDays(day - 1).atTime(LocalTime.NOON).atZone(planned.zone()).toInstant();
    act(noon.plus(own.between(Duration.ZERO, Duration.ofHours(2))), new Deed.View(person, product));
    Optional<ShopPlan.Cart> cart = planned.terms().others().cart();
    if (cart.isPresent()) {
      Instant left = run(day).minus(cart.get().after().getFirst());
      Duration most = own.happens(0.5) ? Duration.ZERO : Duration.ofSeconds(30);
      Instant used = left.plus(own.between(Duration.ofSeconds(-30), most));
      act(used, new Deed.Checkout(person, DRAMATIC, product));
    }
    Duration most = own.happens(0.5) ? Duration.ofMinutes(2) : Duration.ofMinutes(9);
    Instant at = run(day).plus(own.between(Duration.ofSeconds(5), most));
    dramas.add(new Drama(run(day), at));
    switch (own.below(7)) {
      case 0 -> act(at, new Deed.Block(person));
      case 1 -> act(at, new Deed.Prefer(person, "BROWSE", false));
      case 2 -> act(at, new Deed.Unlink(person));
      case 3 -> act(at, new Deed.UnlinkAtShop(person));
      case 4 -> act(at, new Deed.Buy(person, product, 0));
      case 5 -> act(at, new Deed.Stock(product, false));
      default -> {
        act(at.minusSeconds(90), new Deed.Follow(person + SECOND_PHONE));
        act(at, new Deed.AskLink(person + SECOND_PHONE, person));
      }
    }
  }

  private void person(Chance own, int person) {
    int account = number(person);
    int customer = number(person);
    Instant begin =
        first
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant()
            .plus(own.between(Duration.ofMinutes(5), Duration.ofHours(5)));
    if (own.happens(0.95)) {
      act(begin, new Deed.Follow(account));
    }
    if (own.happens(0.85)) {
      Instant asked = begin.plus(own.between(Duration.ofMinutes(1), Duration.ofHours(3)));
      act(asked, new Deed.AskLink(account, customer));
      early(own, customer, asked);
    }
    Instant last = day(days);
    if (person > SHARED && own.happens(0.06)) {
      last = at(own, own.below(days));
      act(last, new Deed.Redact(customer));
    }
    for (int day = 0; day < days; day++) {
      day(own.named("day-" + day), day, account, customer, last);
    }
  }

  /** A cart is used, and used again, so that it is not time yet when its first due comes. */
  private void early(Chance own, int customer, Instant asked) {
    Optional<ShopPlan.Cart> cart = planned.terms().others().cart();
    if (cart.isPresent() && own.happens(0.3)) {
      Duration delay = cart.get().after().getFirst();
      Instant used = asked.minus(delay).minus(own.between(Duration.ZERO, delay.dividedBy(5)));
      int product = 1 + own.below(planned.products());
      act(used, new Deed.Checkout(customer, EARLY, product));
      Instant again =
          used.plus(own.between(delay.dividedBy(2), delay.multipliedBy(9).dividedBy(10)));
      act(again, new Deed.Checkout(customer, EARLY, product));
    }
  }

  private void day(Chance own, int day, int account, int customer, Instant last) {
    int before = acts.size();
    if (own.happens(0.75)) {
      int views = own.between(1, 4);
      for (int view = 0; view < views; view++) {
        act(at(own, day), new Deed.View(customer, 1 + own.below(planned.products())));
      }
    }
    if (own.happens(0.15)) {
      ordered(own, at(own, day), customer, 0);
    }
    if (own.happens(0.3)) {
      cart(own, day, customer);
    }
    chat(own, day, account, customer);
    // Who is forgotten does nothing any more.
    acts.subList(before, acts.size()).removeIf(act -> !act.at().isBefore(last));
  }

  private void cart(Chance own, int day, int customer) {
    int cart = 1 + day / 2;
    Instant used = at(own, day);
    act(used, new Deed.Checkout(customer, cart, 1 + own.below(planned.products())));
    if (own.happens(0.4)) {
      used = later(own, used);
      act(used, new Deed.Checkout(customer, cart, 1 + own.below(planned.products())));
    }
    if (own.happens(0.4)) {
      ordered(own, later(own, used), customer, cart);
    }
  }

  /** An order is called off now and then, mostly sent, and arrives. */
  private void ordered(Chance own, Instant at, int customer, int cart) {
    act(at, new Deed.Buy(customer, 1 + own.below(planned.products()), cart));
    int order = numbers;
    if (own.happens(0.15)) {
      act(later(own, at), new Deed.Cancel(customer, order));
    } else if (own.happens(0.6)) {
      Instant shipped = later(own, at);
      act(shipped, new Deed.Ship(customer, order));
      if (own.happens(0.5)) {
        act(later(own, shipped), new Deed.Deliver(customer, order));
      }
    }
  }

  private void chat(Chance own, int day, int account, int customer) {
    if (own.happens(0.08)) {
      Instant blocked = soon(own, day);
      act(blocked, new Deed.Block(account));
      if (own.happens(0.7)) {
        act(later(own, blocked), new Deed.Follow(account));
      }
    }
    if (own.happens(0.07)) {
      Instant unlinked = soon(own, day);
      boolean inChat = own.happens(0.6);
      act(unlinked, inChat ? new Deed.Unlink(account) : new Deed.UnlinkAtShop(customer));
      if (own.happens(0.5)) {
        act(later(own, unlinked), new Deed.AskLink(account, customer));
      }
    }
    if (own.happens(0.06)) {
      int other = own.happens(0.6) ? account : account + SECOND_PHONE;
      int whom = own.happens(0.8) ? customer : number(3);
      Instant at = soon(own, day);
      act(at.minusSeconds(90), new Deed.Follow(other));
      act(at, new Deed.AskLink(other, whom));
    }
    if (own.happens(0.09)) {
      Instant said = soon(own, day);
      boolean on = own.happens(0.4);
      String what = own.oneOf(WISHES);
      act(said, new Deed.Prefer(account, what, on));
      if (own.happens(0.5)) {
        act(later(own, said), new Deed.Prefer(account, what, !on));
      }
    }
    if (own.happens(0.08)) {
      act(at(own, day), new Deed.Say(account));
    }
  }

  /** Mostly while the run's messages are on their way, or soon after. */
  private Instant soon(Chance own, int day) {
    return own.happens(0.6)
        ? run(day).plus(own.between(Duration.ofSeconds(-40), Duration.ofMinutes(30)))
        : at(own, day);
  }

  private static Instant later(Chance own, Instant than) {
    Duration most = own.happens(0.7) ? Duration.ofMinutes(60) : Duration.ofHours(30);
    return than.plus(own.between(Duration.ofSeconds(5), most));
  }

  private Instant run(int day) {
    return first
        .plusDays(day)
        .atTime(planned.terms().browseAt())
        .atZone(planned.zone())
        .toInstant();
  }

  /** Some time of the day: often when people are awake, often just about the daily run. */
  private Instant at(Chance own, int day) {
    if (own.happens(0.45)) {
      Duration most = own.happens(0.5) ? Duration.ofSeconds(90) : Duration.ofMinutes(40);
      return run(day).plus(own.between(Duration.ofSeconds(-40), most));
    }
    LocalTime local = LocalTime.of(own.between(8, 23), own.below(60), own.below(60));
    return first
        .plusDays(day)
        .atTime(local)
        .atZone(planned.zone())
        .toInstant()
        .plus(own.between(Duration.ZERO, Duration.ofMillis(999)));
  }

  private Instant day(int day) {
    return first.plusDays(day).atStartOfDay(planned.zone()).toInstant();
  }

  private void act(Instant at, Deed deed) {
    acts.add(new Act(planned.handle() + "-" + ++numbers, at, shop, deed));
  }
}
