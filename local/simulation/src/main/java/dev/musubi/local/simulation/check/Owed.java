package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.plan.Deed;
import dev.musubi.local.simulation.plan.ShopPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Liveness: once the storms are over, what is owed arrives within five hours in which sending is
 * polite.
 */
final class Owed implements Rule {

  private static final Duration TRIED = Duration.ofHours(23);

  @Override
  public void check(Timeline timeline, Books books, Consumer<Violation> broken) {
    Knowledge knowledge = new Knowledge(timeline);
    Perhaps perhaps = new Perhaps(timeline, books);
    for (int shop = 0; shop < timeline.plan.shops().size(); shop++) {
      LocalDate last = timeline.date(shop, timeline.plan.end()).plusDays(1);
      LocalDate run = timeline.date(shop, timeline.plan.start()).plusDays(1);
      for (; !run.isAfter(last); run = run.plusDays(1)) {
        Optional<Span> span = span(timeline, shop, run);
        if (span.isPresent()) {
          for (Pair customer : timeline.allCustomers()) {
            if (customer.shop() == shop) {
              check(timeline, knowledge, perhaps, span.get(), customer.number(), broken);
            }
          }
        }
      }
    }
  }

  /** The run of one date, if nothing but the people decides what it sends, and until when. */
  private record Span(int shop, LocalDate run, ShopPlan.Terms terms, Instant due, Instant until) {}

  private static Optional<Span> span(Timeline timeline, int shop, LocalDate run) {
    Instant day = run.minusDays(2).atStartOfDay(timeline.zone(shop)).toInstant();
    Instant stale = Browsing.stale(timeline, shop, run);
    List<ShopPlan.Terms> terms = timeline.terms(shop, day, stale);
    boolean disturbed =
        timeline.ofShop(shop).stream()
            .filter(told -> isOfTheMerchant(told.act().deed()))
            .anyMatch(told -> told.settled().isAfter(day) && told.at().isBefore(stale));
    if (disturbed
        || terms.size() != 1
        || !terms.getFirst().browse()
        || timeline.plan.shops().get(shop).monthly().isPresent()) {
      return Optional.empty();
    }
    Instant due = Browsing.due(timeline, shop, terms.getFirst(), run);
    return Deadline.of(timeline, shop, terms.getFirst(), due, stale)
        .map(until -> new Span(shop, run, terms.getFirst(), due, until));
  }

  static boolean isOfTheMerchant(Deed deed) {
    return deed instanceof Deed.Change
        || deed instanceof Deed.Uninstall
        || deed instanceof Deed.Reinstall;
  }

  private static void check(
      Timeline timeline,
      Knowledge knowledge,
      Perhaps perhaps,
      Span span,
      int customer,
      Consumer<Violation> broken) {
    if (!somethingToShow(timeline, span, customer)) {
      return;
    }
    for (int account : timeline.accounts(span.shop(), customer)) {
      if (reachable(timeline, knowledge, span, customer, account)
          && free(timeline, perhaps, span, account)) {
        Optional<Fact.Pushed> came = came(timeline, span, account);
        if (came.isEmpty() && !unsettled(timeline, span, account)) {
          broken.accept(
              new Violation(
                  "owed",
                  span.until(),
                  "customer %d of shop %d gets nothing about the run of %s"
                      .formatted(customer, span.shop(), span.run())));
        }
      }
    }
  }

  static boolean promotional(Fact.Pushed push) {
    return push.message().kind().filter(Politeness.PROMOTIONAL::contains).isPresent();
  }

  private static Optional<Fact.Pushed> came(Timeline timeline, Span span, int account) {
    return timeline.pushes.stream()
        .filter(push -> push.shop() == span.shop() && push.account() == account)
        .filter(push -> push.answer().accepted() && !push.at().isAfter(span.until()))
        .filter(push -> of(push, span))
        .findFirst();
  }

  /** LINE did not answer for as long as it knows a retry key: then only a person can tell. */
  private static boolean unsettled(Timeline timeline, Span span, int account) {
    return timeline.pushes.stream()
        .filter(push -> push.shop() == span.shop() && push.account() == account)
        .filter(push -> of(push, span))
        .anyMatch(push -> push.at().plus(TRIED).isBefore(span.until()));
  }

  private static boolean of(Fact.Pushed push, Span span) {
    return push.message().kind().filter(Browsing.KIND::equals).isPresent()
        && push.message().occasion().filter(span.run().toString()::equals).isPresent();
  }

  /** A product that was surely counted, and about which nothing else was heard. */
  private static boolean somethingToShow(Timeline timeline, Span span, int customer) {
    LocalDate day = span.run().minusDays(1);
    SortedSet<Integer> viewed = new TreeSet<>();
    SortedSet<Integer> spoilt = new TreeSet<>();
    for (Timeline.Told told : timeline.ofCustomer(span.shop(), customer)) {
      switch (told.act().deed()) {
        case Deed.View(int who, int product) -> {
          boolean counted = !told.settled().equals(Instant.MAX);
          if (counted && timeline.date(span.shop(), told.at()).equals(day)) {
            viewed.add(product);
          }
        }
        default -> {}
      }
    }
    spoilt.addAll(bought(timeline, span.shop(), customer));
    for (Timeline.Told told : timeline.ofShop(span.shop())) {
      switch (told.act().deed()) {
        case Deed.Stock(int product, boolean sellable) -> spoilt.add(product);
        case Deed.Publish(int product, boolean published) -> spoilt.add(product);
        default -> {}
      }
    }
    viewed.removeAll(spoilt);
    return !viewed.isEmpty();
  }

  /** By the customer, and by whoever they were merged with. */
  private static SortedSet<Integer> bought(Timeline timeline, int shop, int customer) {
    SortedSet<Integer> bought = new TreeSet<>();
    for (int buyer : timeline.group(shop, customer)) {
      for (Timeline.Told told : timeline.ofCustomer(shop, buyer)) {
        if (told.act().deed() instanceof Deed.Buy buy) {
          bought.add(buy.product());
        }
      }
    }
    return bought;
  }

  private static boolean reachable(
      Timeline timeline, Knowledge knowledge, Span span, int customer, int account) {
    int shop = span.shop();
    Instant from = span.due().minusSeconds(1);
    boolean moved =
        timeline.ofAccount(shop, account).stream().anyMatch(told -> within(told, span))
            || timeline.ofCustomer(shop, customer).stream()
                .filter(told -> moves(told.act().deed()))
                .anyMatch(told -> within(told, span));
    return !moved
        && knowledge.linked(shop, customer, account, from) == Certainty.YES
        && knowledge.friend(shop, account, from) == Certainty.YES
        && knowledge.wants(shop, account, Browsing.KIND, from) == Certainty.YES
        && knowledge.installed(shop, from) == Certainty.YES
        && knowledge.forgotten(shop, customer, from) == Certainty.NO;
  }

  /** What changes nothing for somebody who is owed something. */
  static boolean moves(Deed deed) {
    return !(deed instanceof Deed.View
        || deed instanceof Deed.Checkout
        || deed instanceof Deed.SeeNotice
        || deed instanceof Deed.Wish
        || deed instanceof Deed.TakeBack
        || deed instanceof Deed.Pay
        || deed instanceof Deed.Refund
        || deed instanceof Deed.AskData
        || deed instanceof Deed.Cancel
        || deed instanceof Deed.Ship
        || deed instanceof Deed.Deliver);
  }

  private static boolean within(Timeline.Told told, Span span) {
    return !told.at().isAfter(span.until()) && told.settled().isAfter(span.due().minusSeconds(1));
  }

  /** Neither cap nor budget nor an answer of LINE stands in the way. */
  private static boolean free(Timeline timeline, Perhaps perhaps, Span span, int account) {
    ShopPlan.Terms terms = span.terms();
    Instant capped = span.due().minus(Duration.ofDays(terms.cap().days() + 1L));
    Instant spent =
        span.due().minus(Duration.ofDays(terms.budget().map(b -> b.days() + 1L).orElse(0L)));
    long inCap = perhaps.sent(span.shop(), account);
    long inBudget = inCap;
    SortedSet<String> keys = new TreeSet<>();
    for (Fact.Pushed push : timeline.pushes) {
      if (push.shop() != span.shop() || push.at().isAfter(span.until())) {
        continue;
      }
      if (push.answer() == Fact.Answer.REFUSED
          && push.at().isAfter(span.due().minus(Duration.ofMinutes(20)))) {
        return false;
      }
      if (push.account() == account
          && promotional(push)
          && !of(push, span)
          && keys.add(push.key())) {
        inCap += push.at().isAfter(capped) ? 1 : 0;
        inBudget += push.at().isAfter(spent) ? 1 : 0;
      }
    }
    return inCap < terms.cap().messages()
        && (terms.budget().isEmpty() || inBudget < terms.budget().get().messages());
  }
}
