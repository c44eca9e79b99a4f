package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.plan.Deed;
import dev.musubi.local.simulation.plan.ShopPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a message about yesterday's views may say: what that customer viewed on the day before the
 * run, that is not known to be bought since or sold out, not before the hour of the run and not
 * after noon of the day after.
 */
final class Browsing implements Rule {

  static final String KIND = "BROWSE";

  @Override
  public void check(Timeline timeline, Books books, Consumer<Violation> broken) {
    Knowledge knowledge = new Knowledge(timeline);
    for (Fact.Pushed push : timeline.pushes) {
      boolean mine = push.message().kind().filter(KIND::equals).isPresent();
      if (mine && push.answer().accepted()) {
        LocalDate run = LocalDate.parse(push.message().occasion().orElseThrow());
        time(timeline, push, run, broken);
        List<Integer> viewers =
            timeline.customers(push.shop(), push.account()).stream()
                .filter(customer -> viewedAll(timeline, push, run, customer))
                .toList();
        if (viewers.isEmpty()) {
          broken.accept(new Violation("content", push.at(), text(push) + " was not viewed"));
        } else if (viewers.stream().allMatch(c -> bought(timeline, push, run, c))) {
          broken.accept(new Violation("content", push.at(), text(push) + " was bought"));
        }
        available(timeline, knowledge, push, broken);
      }
    }
  }

  private static String text(Fact.Pushed push) {
    return "what account " + push.account() + " is shown";
  }

  /** When the run of that date is due. */
  static Instant due(Timeline timeline, int shop, ShopPlan.Terms terms, LocalDate run) {
    return run.atTime(terms.browseAt()).atZone(timeline.zone(shop)).toInstant();
  }

  static Instant stale(Timeline timeline, int shop, LocalDate run) {
    return run.plusDays(1).atTime(LocalTime.NOON).atZone(timeline.zone(shop)).toInstant();
  }

  private static void time(
      Timeline timeline, Fact.Pushed push, LocalDate run, Consumer<Violation> broken) {
    Instant day = run.minusDays(1).atStartOfDay(timeline.zone(push.shop())).toInstant();
    boolean early =
        timeline.terms(push.shop(), day, push.at()).stream()
            .allMatch(terms -> push.at().isBefore(due(timeline, push.shop(), terms, run)));
    Instant stale = stale(timeline, push.shop(), run).plus(Timeline.IN_FLIGHT);
    if (early || push.at().isAfter(stale)) {
      broken.accept(
          new Violation("occasion", push.at(), "the run of " + run + " is not of that time"));
    }
  }

  private static boolean viewedAll(
      Timeline timeline, Fact.Pushed push, LocalDate run, int customer) {
    return push.message().products().stream()
        .allMatch(
            product ->
                timeline.group(push.shop(), customer).stream()
                    .flatMap(one -> timeline.ofCustomer(push.shop(), one).stream())
                    .filter(told -> day(timeline, push.shop(), told).equals(run.minusDays(1)))
                    .anyMatch(
                        told ->
                            told.act().deed() instanceof Deed.View(int who, int what)
                                && what == product));
  }

  private static LocalDate day(Timeline timeline, int shop, Timeline.Told told) {
    return timeline.date(shop, told.at());
  }

  /** Something that is shown was bought on the viewed day or later, and that was known. */
  private static boolean bought(Timeline timeline, Fact.Pushed push, LocalDate run, int customer) {
    Instant known = known(timeline, push);
    long products =
        push.message().products().stream()
            .filter(product -> bought(timeline, push.shop(), customer, run, product, known))
            .count();
    return products > 0
        && (!retried(timeline, push) || products == push.message().products().size());
  }

  private static boolean bought(
      Timeline timeline, int shop, int customer, LocalDate run, int product, Instant known) {
    return timeline.purchases(shop, customer, product).stream()
        .filter(told -> !told.settled().isAfter(known))
        .anyMatch(told -> !day(timeline, shop, told).isBefore(run.minusDays(1)));
  }

  private static void available(
      Timeline timeline, Knowledge knowledge, Fact.Pushed push, Consumer<Violation> broken) {
    List<Integer> products = push.message().products();
    long gone =
        products.stream()
            .filter(
                product ->
                    Eligibility.surely(
                        Certainty.NO, push, at -> knowledge.buyable(push.shop(), product, at)))
            .count();
    if (gone > 0 && (!retried(timeline, push) || gone == products.size())) {
      broken.accept(new Violation("content", push.at(), text(push) + " is sold out"));
    }
  }

  private static Instant known(Timeline timeline, Fact.Pushed push) {
    return push.at().minus(Timeline.IN_FLIGHT);
  }

  /** What is sent again is sent as it was, if a part of it is still wanted. */
  private static boolean retried(Timeline timeline, Fact.Pushed push) {
    return timeline.struckWithin(push.at().minus(Duration.ofHours(24)), push.at());
  }
}
