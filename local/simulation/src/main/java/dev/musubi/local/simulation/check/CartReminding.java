package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.plan.Deed;
import dev.musubi.local.simulation.plan.ShopPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a reminder of a cart may say: only of a cart that its customer used, that has not been used
 * for as long as the shop waits, that is not known to be bought, and no more often between two uses
 * than the shop says.
 */
final class CartReminding implements Rule {

  static final String KIND = "CART";

  private static final Duration GOOD_FOR = Duration.ofHours(24);

  private static final Duration FOLLOWED = Duration.ofMinutes(20);

  private record Key(int shop, int account, String cart) {}

  @Override
  public void check(Timeline timeline, Books books, Consumer<Violation> broken) {
    Map<Key, List<Fact.Pushed>> received = new HashMap<>();
    for (Fact.Pushed push : timeline.pushes) {
      boolean mine = push.message().kind().filter(KIND::equals).isPresent();
      if (mine && push.answer().accepted()) {
        String cart = push.message().occasion().orElse("?");
        List<Fact.Pushed> before =
            received.computeIfAbsent(
                new Key(push.shop(), push.account(), cart), key -> new ArrayList<>());
        check(timeline, push, cart, before, broken);
        before.add(push);
      }
    }
    new CartsOwed(timeline, new Perhaps(timeline, books)).check(broken);
  }

  private static void check(
      Timeline timeline,
      Fact.Pushed push,
      String cart,
      List<Fact.Pushed> before,
      Consumer<Violation> broken) {
    List<Timeline.Told> uses = uses(timeline, push, cart);
    String what = "account " + push.account() + "'s reminder of " + cart;
    if (uses.isEmpty()) {
      broken.accept(new Violation("content", push.at(), what + " is about nobody's cart"));
      return;
    }
    List<ShopPlan.Cart> terms =
        timeline.terms(push.shop(), uses.getFirst().at(), push.at()).stream()
            .flatMap(t -> t.others().cart().stream())
            .toList();
    if (terms.isEmpty()) {
      broken.accept(new Violation("occasion", push.at(), what + " was never wanted by the shop"));
      return;
    }
    Instant known = push.at().minus(Timeline.IN_FLIGHT);
    Timeline.Told last = uses.getLast();
    uses.stream()
        .filter(use -> !use.settled().isAfter(known) && heeded(timeline, push.shop(), use))
        .reduce((a, b) -> b)
        .ifPresent(use -> inTime(timeline, push, use, terms, what, broken));
    Duration longest =
        terms.stream().map(c -> c.after().getLast()).max(Duration::compareTo).orElseThrow();
    Instant stale = last.at().plus(longest).plus(GOOD_FOR.multipliedBy(2));
    if (push.at().isAfter(stale.plus(Timeline.IN_FLIGHT))) {
      broken.accept(new Violation("occasion", push.at(), what + " is too late"));
    }
    int most = terms.stream().mapToInt(c -> c.after().size()).max().orElseThrow();
    long sinceLastNews =
        before.stream().filter(former -> !heardSince(uses, former.at(), push.at())).count();
    if (sinceLastNews >= most) {
      broken.accept(new Violation("once", push.at(), what + " came once too often"));
    }
  }

  /** Of carts nothing is kept while the shop reminds of none. */
  private static boolean heeded(Timeline timeline, int shop, Timeline.Told use) {
    return timeline.terms(shop, use.at(), use.settled()).stream()
        .allMatch(terms -> terms.others().cart().isPresent());
  }

  /** The newest known use is long enough ago, and the cart not bought since. */
  private static void inTime(
      Timeline timeline,
      Fact.Pushed push,
      Timeline.Told use,
      List<ShopPlan.Cart> terms,
      String what,
      Consumer<Violation> broken) {
    if (terms.stream().allMatch(t -> push.at().isBefore(use.at().plus(t.after().getFirst())))) {
      broken.accept(new Violation("occasion", push.at(), what + " comes while it is in use"));
    }
    Deed.Checkout checkout = (Deed.Checkout) use.act().deed();
    boolean used =
        timeline.ofCustomer(push.shop(), checkout.customer()).stream()
            .anyMatch(
                told ->
                    told.act().deed() instanceof Deed.Checkout other
                        && other.token().equals(checkout.token())
                        && told.at().isAfter(use.at())
                        && !told.at().isAfter(push.at()));
    boolean bought =
        timeline.ofCustomer(push.shop(), checkout.customer()).stream()
            .filter(
                told -> told.act().deed() instanceof Deed.Buy buy && buy.cart() == checkout.cart())
            .anyMatch(told -> since(timeline, told, use, push));
    boolean all =
        !push.message().products().isEmpty()
            && push.message().products().stream()
                .allMatch(
                    product ->
                        timeline.purchases(push.shop(), checkout.customer(), product).stream()
                            .anyMatch(told -> since(timeline, told, use, push)));
    if (!used && (bought || all)) {
      broken.accept(new Violation("content", push.at(), what + " was bought"));
    }
  }

  /** What is written under a number that is gone follows a quarter of an hour after the merge. */
  private static boolean since(
      Timeline timeline, Timeline.Told told, Timeline.Told use, Fact.Pushed push) {
    boolean followed =
        timeline
            .ending(push.shop(), told.act().deed().whom().orElseThrow())
            .filter(merge -> told.settled().isAfter(merge.at()))
            .filter(merge -> push.at().isBefore(merge.settled().plus(FOLLOWED)))
            .isEmpty();
    return followed
        && !told.at().isBefore(use.at())
        && !told.settled().isAfter(push.at().minus(Timeline.IN_FLIGHT));
  }

  /** Every use of that cart until then, the oldest first. */
  private static List<Timeline.Told> uses(Timeline timeline, Fact.Pushed push, String cart) {
    return timeline.customers(push.shop(), push.account()).stream()
        .flatMap(customer -> timeline.ofCustomer(push.shop(), customer).stream())
        .filter(told -> told.act().deed() instanceof Deed.Checkout use && use.token().equals(cart))
        .filter(told -> !told.at().isAfter(push.at()))
        .sorted(Comparator.comparing(Timeline.Told::at))
        .toList();
  }

  /** Whether news of a use came in between: then the cart begins anew. */
  private static boolean heardSince(List<Timeline.Told> uses, Instant from, Instant to) {
    return uses.stream()
        .anyMatch(
            use -> use.settled().isAfter(from.minus(Timeline.IN_FLIGHT)) && !use.at().isAfter(to));
  }
}
