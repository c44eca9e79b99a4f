package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.plan.Deed;
import dev.musubi.local.simulation.plan.ShopPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Whoever leaves a cart, and does nothing else for a while, is reminded of it. */
final class CartsOwed {

  private static final Duration GOOD_FOR = Duration.ofHours(24);

  /** When a schedule may already be on its way. */
  private static final Duration EARLY = Duration.ofMinutes(10);

  private final Timeline timeline;
  private final Knowledge knowledge;
  private final Perhaps perhaps;

  CartsOwed(Timeline timeline, Perhaps perhaps) {
    this.timeline = timeline;
    this.perhaps = perhaps;
    this.knowledge = new Knowledge(timeline);
  }

  /** A use, by the terms that are in force all the while, and until when its reminder must come. */
  private record Left(
      Pair customer, Timeline.Told use, ShopPlan.Terms terms, Instant due, Instant until) {

    Deed.Checkout checkout() {
      return (Deed.Checkout) use.act().deed();
    }
  }

  void check(Consumer<Violation> broken) {
    for (Pair customer : timeline.everyCustomer()) {
      for (Timeline.Told use : timeline.ofCustomer(customer.shop(), customer.number())) {
        if (use.act().deed() instanceof Deed.Checkout && use.settled().isBefore(Instant.MAX)) {
          left(customer, use).filter(this::undisturbed).ifPresent(left -> check(left, broken));
        }
      }
    }
  }

  private Optional<Left> left(Pair customer, Timeline.Told use) {
    int shop = customer.shop();
    Instant latest = use.at().plus(Duration.ofDays(3));
    List<ShopPlan.Terms> terms = timeline.terms(shop, use.at().minus(Timeline.IN_FLIGHT), latest);
    if (terms.size() != 1
        || terms.getFirst().others().cart().isEmpty()
        || timeline.plan.shops().get(shop).monthly().isPresent()) {
      return Optional.empty();
    }
    List<Duration> after = terms.getFirst().others().cart().get().after();
    Instant planned = use.at().plus(first(customer, use) ? after.getFirst() : after.getLast());
    Instant soonest = use.settled().plus(Duration.ofMinutes(3));
    Instant due = later(planned, soonest);
    // What is known in time stands, whatever goes wrong until it is due.
    Instant since =
        use.settled().isBefore(planned) ? later(use.settled(), planned.minus(EARLY)) : use.at();
    return timeline.plan.calm(since, due)
        ? Deadline.of(timeline, shop, terms.getFirst(), due, planned.plus(GOOD_FOR))
            .map(until -> new Left(customer, use, terms.getFirst(), due, until))
        : Optional.empty();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** A later use may find the second reminder planned, and moves that. */
  private boolean first(Pair customer, Timeline.Told use) {
    String token = ((Deed.Checkout) use.act().deed()).token();
    return timeline.ofCustomer(customer.shop(), customer.number()).stream()
        .filter(told -> told.at().isBefore(use.at()))
        .noneMatch(
            told ->
                told.act().deed() instanceof Deed.Checkout former && former.token().equals(token));
  }

  /** Neither the customer nor the merchant does anything about it. */
  private boolean undisturbed(Left left) {
    int shop = left.customer().shop();
    boolean spoilt =
        timeline.ofShop(shop).stream()
            .anyMatch(
                told ->
                    switch (told.act().deed()) {
                      case Deed.Stock stock -> stock.product() == left.checkout().product();
                      case Deed.Publish publish -> publish.product() == left.checkout().product();
                      default ->
                          told.settled().isAfter(left.use().at())
                              && told.at().isBefore(left.until());
                    });
    boolean moved =
        timeline.ofCustomer(shop, left.customer().number()).stream()
            .filter(told -> !told.act().id().equals(left.use().act().id()))
            .anyMatch(told -> told.act().deed() instanceof Deed.Buy || moves(told, left));
    return !spoilt && !moved && knowledge.installed(shop, left.use().at()) == Certainty.YES;
  }

  private static boolean moves(Timeline.Told told, Left left) {
    boolean matters =
        Owed.moves(told.act().deed())
            || told.act().deed() instanceof Deed.Checkout other
                && other.token().equals(left.checkout().token());
    boolean links =
        told.act().deed() instanceof Deed.AskLink || told.act().deed() instanceof Deed.Confirm;
    Instant from = links ? beforeJudged(left) : left.use().at();
    return matters && !told.at().isAfter(left.until()) && told.settled().isAfter(from);
  }

  /** Who is linked by then is reminded, whoever they were when they used the cart. */
  private static Instant beforeJudged(Left left) {
    return left.due().minus(Timeline.IN_FLIGHT);
  }

  private void check(Left left, Consumer<Violation> broken) {
    int shop = left.customer().shop();
    int customer = left.customer().number();
    Instant from = beforeJudged(left);
    for (int account : timeline.accounts(shop, customer)) {
      boolean silent =
          timeline.ofAccount(shop, account).stream()
              .noneMatch(told -> !told.at().isAfter(left.until()) && told.settled().isAfter(from));
      boolean reachable =
          silent
              && knowledge.linked(shop, customer, account, from) == Certainty.YES
              && knowledge.friend(shop, account, from) == Certainty.YES
              && knowledge.wants(shop, account, CartReminding.KIND, from) == Certainty.YES
              && knowledge.forgotten(shop, customer, left.until()) == Certainty.NO;
      if (reachable && free(left, account) && !came(left, account)) {
        broken.accept(
            new Violation(
                "owed",
                left.until(),
                "customer " + customer + " is not reminded of " + left.checkout().token()));
      }
    }
  }

  private boolean came(Left left, int account) {
    return timeline.pushes.stream()
        .filter(push -> push.shop() == left.customer().shop() && push.account() == account)
        .filter(push -> push.answer().accepted())
        .filter(push -> push.at().isAfter(left.use().at()) && !push.at().isAfter(left.until()))
        .anyMatch(push -> isOf(push, left));
  }

  private static boolean isOf(Fact.Pushed push, Left left) {
    return push.message().kind().equals(Optional.of(CartReminding.KIND))
        && push.message().occasion().equals(Optional.of(left.checkout().token()));
  }

  /** Neither cap nor budget nor an answer of LINE stands in the way. */
  private boolean free(Left left, int account) {
    ShopPlan.Limit cap = left.terms().others().cart().orElseThrow().cap();
    SortedSet<String> inCap = new TreeSet<>();
    SortedSet<String> inBudget = new TreeSet<>();
    Instant capped = left.due().minus(Duration.ofDays(cap.days() + 1L));
    Instant spent =
        left.due().minus(Duration.ofDays(left.terms().budget().map(b -> b.days() + 1L).orElse(0L)));
    for (Fact.Pushed push : timeline.pushes) {
      boolean late = push.at().isAfter(left.until());
      if (push.shop() != left.customer().shop() || late) {
        continue;
      }
      if (push.answer() == Fact.Answer.REFUSED
          && push.at().isAfter(left.due().minus(Duration.ofMinutes(20)))) {
        return false;
      }
      boolean own = isOf(push, left) && push.at().isAfter(left.use().at());
      if (push.account() == account && Owed.promotional(push) && !own) {
        if (push.at().isAfter(capped)
            && push.message().kind().equals(Optional.of(CartReminding.KIND))) {
          inCap.add(push.key());
        }
        if (push.at().isAfter(spent)) {
          inBudget.add(push.key());
        }
      }
    }
    long more = perhaps.sent(left.customer().shop(), account);
    return inCap.size() + more < cap.messages()
        && left.terms().budget().filter(b -> inBudget.size() + more >= b.messages()).isEmpty();
  }
}
