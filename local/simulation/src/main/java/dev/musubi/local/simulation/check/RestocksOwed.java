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

/** Whoever waits for something that comes back for long enough, and does nothing else, is told. */
final class RestocksOwed {

  private static final Duration LONG = Duration.ofHours(60);

  /** So long after a message nothing of it is on its way any more. */
  private static final Duration OVER = Duration.ofHours(2);

  private final Timeline timeline;
  private final Knowledge knowledge;
  private final List<Books.Row> unknown;

  RestocksOwed(Timeline timeline, Books books) {
    this.timeline = timeline;
    this.unknown =
        books.rows().stream()
            .filter(row -> row.kind().equals(Restocking.KIND) && row.result().equals("Unknown"))
            .toList();
    this.knowledge = new Knowledge(timeline);
  }

  /** A comeback of a product, and until when everybody who waits must have been told. */
  private record Back(int shop, int product, Timeline.Told news, Instant until) {}

  void check(Consumer<Violation> broken) {
    for (int shop = 0; shop < timeline.plan.shops().size(); shop++) {
      for (int product : ShopPlan.SCARCE) {
        check(shop, product, broken);
      }
    }
  }

  private void check(int shop, int product, Consumer<Violation> broken) {
    Shelf shelf = new Shelf(timeline, shop, product);
    for (Timeline.Told news : shelf.comebacks()) {
      until(shop, product, shelf, news)
          .map(until -> new Back(shop, product, news, until))
          .ifPresent(back -> check(back, broken));
    }
  }

  /** Half an hour for the stock to last, and one for each wave. */
  private Optional<Instant> until(int shop, int product, Shelf shelf, Timeline.Told news) {
    if (news.settled().equals(Instant.MAX)
        || !shelf.missed(news)
        || timeline.plan.shops().get(shop).monthly().isPresent()) {
      return Optional.empty();
    }
    long waves =
        timeline.everyCustomer().stream()
            .filter(pair -> pair.shop() == shop)
            .filter(
                pair ->
                    timeline.ofCustomer(shop, pair.number()).stream()
                        .anyMatch(told -> Restocking.wish(told, product)))
            .count();
    Instant due = news.settled().plus(Shelf.HOLD.multipliedBy(2));
    Duration within = Deadline.IN_REACH.plus(Shelf.HOLD.multipliedBy(waves));
    Instant latest = shelf.next(news).orElse(due.plus(within).plus(LONG));
    List<ShopPlan.Terms> terms = timeline.terms(shop, Instant.MIN, latest);
    boolean disturbed =
        timeline.ofShop(shop).stream().anyMatch(told -> Owed.isOfTheMerchant(told.act().deed()));
    if (terms.size() != 1 || terms.getFirst().others().restock().isEmpty() || disturbed) {
      return Optional.empty();
    }
    return Deadline.of(timeline, shop, terms.getFirst(), due, within, latest);
  }

  private void check(Back back, Consumer<Violation> broken) {
    for (Pair customer : timeline.allCustomers()) {
      if (customer.shop() == back.shop()) {
        timeline.ofCustomer(back.shop(), customer.number()).stream()
            .filter(told -> Restocking.wish(told, back.product()))
            .filter(told -> told.at().isBefore(back.news().at()))
            .reduce((a, b) -> b)
            .filter(wish -> stands(back, customer.number(), wish))
            .ifPresent(wish -> check(back, customer.number(), wish, broken));
      }
    }
  }

  /** Made before it was back, and neither taken back nor of no use any more. */
  private boolean stands(Back back, int customer, Timeline.Told wish) {
    Instant made = wish.at().minus(Timeline.IN_FLIGHT);
    return wish.settled().isBefore(back.news().at().minus(Timeline.IN_FLIGHT))
        && timeline.ofCustomer(back.shop(), customer).stream()
            .filter(told -> told.settled().isAfter(made) && !told.at().isAfter(back.until()))
            .noneMatch(told -> ends(told.act().deed(), back.product()) || unsettles(told, back));
  }

  private static boolean ends(Deed deed, int product) {
    return deed instanceof Deed.TakeBack takeBack && takeBack.ends(product)
        || deed instanceof Deed.Buy buy && buy.product() == product;
  }

  private static boolean unsettles(Timeline.Told told, Back back) {
    Deed deed = told.act().deed();
    return Owed.moves(deed)
        && !(deed instanceof Deed.Buy)
        && told.settled().isAfter(back.news().at().minus(Timeline.IN_FLIGHT));
  }

  private void check(Back back, int customer, Timeline.Told wish, Consumer<Violation> broken) {
    Instant from = back.news().at().minus(Timeline.IN_FLIGHT);
    for (int account : timeline.accounts(back.shop(), customer)) {
      boolean silent =
          timeline.ofAccount(back.shop(), account).stream()
              .noneMatch(told -> !told.at().isAfter(back.until()) && told.settled().isAfter(from));
      boolean reachable =
          silent
              && timeline.customers(back.shop(), account).size() == 1
              && knowledge.linked(back.shop(), customer, account, from) == Certainty.YES
              && knowledge.friend(back.shop(), account, from) == Certainty.YES
              && knowledge.wants(back.shop(), account, Restocking.KIND, from) == Certainty.YES
              && knowledge.forgotten(back.shop(), customer, back.until()) == Certainty.NO;
      if (reachable && free(back, customer, wish) && !came(back, account, wish)) {
        broken.accept(
            new Violation(
                "owed",
                back.until(),
                "customer %d of shop %d is not told that product %d is back since %s"
                    .formatted(customer, back.shop(), back.product(), back.news().at())));
      }
    }
  }

  /** Whoever died before LINE was asked does not know that: it counts as told. */
  private static boolean perhaps(Books.Row row, Back back, int customer) {
    return row.shop() == back.shop()
        && row.customer() == customer
        && Restocking.product(row.occasion()) == back.product();
  }

  private boolean came(Back back, int account, Timeline.Told wish) {
    return timeline.pushes.stream()
        .filter(push -> isOf(push, back) && push.account() == account)
        .filter(push -> push.at().isAfter(wish.at()) && !push.at().isAfter(back.until()))
        .anyMatch(push -> push.answer() != Fact.Answer.FAILED);
  }

  private static boolean isOf(Fact.Pushed push, Back back) {
    return push.shop() == back.shop()
        && Restocking.mine(push)
        && Restocking.product(push) == back.product();
  }

  /** No message about it is unclear, and LINE refused nothing meanwhile. */
  private boolean free(Back back, int customer, Timeline.Told wish) {
    if (unknown.stream().anyMatch(row -> perhaps(row, back, customer))) {
      return false;
    }
    for (Fact.Pushed push : timeline.pushes) {
      boolean late = push.at().isAfter(back.until());
      if (push.shop() != back.shop() || late) {
        continue;
      }
      if (push.answer() == Fact.Answer.REFUSED && push.at().isAfter(back.news().at().minus(OVER))) {
        return false;
      }
      boolean mine = timeline.accounts(back.shop(), customer).contains(push.account());
      boolean former = mine && isOf(push, back) && push.at().isBefore(back.news().at());
      boolean over =
          push.answer().accepted()
              && push.at().isBefore(wish.at().minus(OVER))
              && !timeline.struckWithin(push.at().minus(OVER), wish.at());
      if (former && !over) {
        return false;
      }
    }
    return true;
  }
}
