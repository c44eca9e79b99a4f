package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.plan.Deed;
import dev.musubi.local.simulation.plan.ShopPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a message about a product that is back may say: only to who asked for it and neither took
 * that back nor bought it nor was told since, of stock that lasted, and that is not known to be
 * gone.
 */
final class Restocking implements Rule {

  static final String KIND = "RESTOCK";

  /** Two requests of ten seconds. */
  private static final Duration ASKING = Duration.ofSeconds(30);

  @Override
  public void check(Timeline timeline, Books books, Consumer<Violation> broken) {
    Knowledge knowledge = new Knowledge(timeline);
    for (Fact.Pushed push : timeline.pushes) {
      if (mine(push) && push.answer().accepted()) {
        check(timeline, knowledge, push, broken);
      }
    }
    new Waves(timeline, books).check(broken);
    new RestocksOwed(timeline, books).check(broken);
  }

  static boolean mine(Fact.Pushed push) {
    return push.message().kind().filter(KIND::equals).isPresent();
  }

  /** The product that it is about. */
  static int product(Fact.Pushed push) {
    return push.message().occasion().map(Restocking::product).orElse(0);
  }

  /** A product's only variant is named after it. */
  static int product(String occasion) {
    return Integer.parseInt(occasion) / 10;
  }

  private static void check(
      Timeline timeline, Knowledge knowledge, Fact.Pushed push, Consumer<Violation> broken) {
    int shop = push.shop();
    int product = product(push);
    String what = "account " + push.account() + "'s news of product " + product;
    if (!push.message().products().equals(List.of(product))) {
      broken.accept(new Violation("content", push.at(), what + " shows something else"));
    }
    boolean wanted =
        timeline.terms(shop, push.at().minus(Timeline.IN_FLIGHT), push.at()).stream()
            .anyMatch(terms -> terms.others().restock().isPresent());
    if (!wanted) {
      broken.accept(new Violation("occasion", push.at(), what + " is not wanted by the shop"));
    }
    if (Eligibility.surely(Certainty.NO, push, at -> knowledge.there(shop, product, at))) {
      broken.accept(new Violation("content", push.at(), what + " comes when it is sold out"));
    }
    Shelf shelf = new Shelf(timeline, shop, product);
    if (shelf.comebacks().stream().noneMatch(back -> shelf.tells(back, push.at()))) {
      broken.accept(new Violation("occasion", push.at(), what + " has not lasted"));
    }
    List<Integer> customers = List.copyOf(timeline.customers(shop, push.account()));
    if (customers.stream().noneMatch(c -> waits(timeline, push, c, product))) {
      broken.accept(new Violation("content", push.at(), what + " is not waited for"));
    }
    if (customers.size() == 1 && before(timeline, push) >= shelf.told(push.at())) {
      broken.accept(new Violation("once", push.at(), what + " came once too often"));
    }
  }

  /** How many messages about the product the account got before. */
  private static long before(Timeline timeline, Fact.Pushed push) {
    return timeline.pushes.stream()
        .takeWhile(other -> other != push)
        .filter(other -> other.answer().accepted() && same(other, push))
        .count();
  }

  private static boolean same(Fact.Pushed other, Fact.Pushed push) {
    return other.shop() == push.shop()
        && other.account() == push.account()
        && mine(other)
        && other.message().occasion().equals(push.message().occasion());
  }

  /** Whether a wish of that customer may be under way. */
  private static boolean waits(Timeline timeline, Fact.Pushed push, int customer, int product) {
    return timeline.ofCustomer(push.shop(), customer).stream()
        .filter(told -> wish(told, product) && !told.at().isAfter(push.at()))
        .anyMatch(wish -> !over(timeline, push, customer, product, wish));
  }

  static boolean wish(Timeline.Told told, int product) {
    return told.act().deed() instanceof Deed.Wish wish && wish.product() == product;
  }

  private static boolean over(
      Timeline timeline, Fact.Pushed push, int customer, int product, Timeline.Told wish) {
    Instant made = wish.at().plus(ASKING);
    Instant known = push.at().minus(Timeline.IN_FLIGHT);
    boolean takenBack =
        timeline.ofCustomer(push.shop(), customer).stream()
            .filter(t -> t.act().deed() instanceof Deed.TakeBack back && back.ends(product))
            .filter(told -> told.settled().isBefore(gone(timeline, push.shop(), customer)))
            .anyMatch(told -> told.at().isAfter(made) && !told.settled().isAfter(known));
    boolean bought =
        timeline.purchases(push.shop(), customer, product).stream()
            .anyMatch(told -> told.at().isAfter(made) && !told.settled().isAfter(known));
    return takenBack || bought || toldBefore(timeline, push, made);
  }

  /** When a merge ended the number: its list is empty then, and taking back does nothing. */
  private static Instant gone(Timeline timeline, int shop, int customer) {
    return timeline.ending(shop, customer).map(Timeline.Told::at).orElse(Instant.MAX);
  }

  /** Where one wish is told of once. */
  private static boolean toldBefore(Timeline timeline, Fact.Pushed push, Instant made) {
    boolean once =
        timeline.terms(push.shop(), Instant.MIN, push.at()).stream()
            .flatMap(terms -> terms.others().restock().stream())
            .noneMatch(ShopPlan.Restock::untilBought);
    Optional<Fact.Pushed> former =
        timeline.pushes.stream()
            .takeWhile(other -> other != push)
            .filter(other -> other.answer().accepted() && same(other, push))
            .reduce((a, b) -> b);
    return once
        && timeline.customers(push.shop(), push.account()).size() == 1
        && former.filter(told -> made.plus(Timeline.IN_FLIGHT).isBefore(told.at())).isPresent();
  }
}
