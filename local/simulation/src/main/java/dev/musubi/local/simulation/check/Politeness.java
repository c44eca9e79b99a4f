package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.history.Message;
import dev.musubi.local.simulation.plan.Deed;
import dev.musubi.local.simulation.plan.ShopPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Never over a cap or the contact budget, never promotional in quiet hours. */
final class Politeness implements Rule {

  static final List<String> PROMOTIONAL = List.of(Browsing.KIND, CartReminding.KIND);

  static final List<String> SERVICE = List.of("ORDER", "SHIPPING");

  @Override
  public void check(Timeline timeline, Books books, Consumer<Violation> broken) {
    Map<Pair, List<Fact.Pushed>> received = new HashMap<>();
    for (Fact.Pushed push : timeline.pushes) {
      if (push.answer().accepted()) {
        List<Fact.Pushed> before =
            received.computeIfAbsent(
                new Pair(push.shop(), push.account()), pair -> new ArrayList<>());
        before.removeIf(former -> forgotten(timeline, former, push));
        before.add(push);
        Instant from = decided(timeline, push);
        List<ShopPlan.Terms> terms = timeline.terms(push.shop(), from, push.at());
        if (terms.stream().allMatch(t -> overCap(timeline, t, push, before))) {
          broken.accept(new Violation("cap", push.at(), who(push) + " gets more than the cap"));
        }
        if (terms.stream().allMatch(t -> overBudget(t, push, before))) {
          broken.accept(
              new Violation("budget", push.at(), who(push) + " gets more than the budget"));
        }
        quiet(timeline, push, broken);
      }
    }
  }

  /** Who was forgotten in between, with all that was counted, begins anew. */
  private static boolean forgotten(Timeline timeline, Fact.Pushed former, Fact.Pushed push) {
    return timeline.customers(push.shop(), push.account()).stream()
        .flatMap(customer -> timeline.ofCustomer(push.shop(), customer).stream())
        .filter(told -> told.act().deed() instanceof Deed.Redact)
        .anyMatch(told -> told.settled().isAfter(former.at()) && !told.at().isAfter(push.at()));
  }

  /** Whoever died before LINE was asked had judged it by the terms of that time. */
  static Instant decided(Timeline timeline, Fact.Pushed push) {
    Instant asked = timeline.firstAttempt(push.key());
    return timeline.intents.stream()
        .filter(intent -> intent.shop() == push.shop())
        .filter(
            intent -> timeline.customers(push.shop(), push.account()).contains(intent.customer()))
        .filter(intent -> push.message().kind().filter(intent.kind()::equals).isPresent())
        .filter(intent -> push.message().occasion().filter(intent.occasion()::equals).isPresent())
        .map(Fact.Intended::at)
        .filter(decided -> decided.isBefore(asked) && timeline.struckWithin(decided, asked))
        .min(Comparator.naturalOrder())
        .orElse(asked)
        .minus(Timeline.IN_FLIGHT);
  }

  private static String who(Fact.Pushed push) {
    return "account " + push.account() + " of shop " + push.shop();
  }

  private static boolean overCap(
      Timeline timeline, ShopPlan.Terms terms, Fact.Pushed push, List<Fact.Pushed> received) {
    return switch (push.message().kind().orElse("?")) {
      case Browsing.KIND -> overBrowseCap(timeline, terms, push, received);
      case CartReminding.KIND ->
          terms
              .others()
              .cart()
              .filter(cart -> over(cart.cap(), push, received, List.of(CartReminding.KIND)))
              .isPresent();
      default -> false;
    };
  }

  /** Kinds of a fixed hour count by dates. */
  private static boolean overBrowseCap(
      Timeline timeline, ShopPlan.Terms terms, Fact.Pushed push, List<Fact.Pushed> received) {
    Optional<String> kind = push.message().kind();
    LocalDate first = timeline.date(push.shop(), push.at()).minusDays(terms.cap().days());
    long counted =
        received.stream()
            .filter(other -> other.message().kind().equals(kind))
            .filter(other -> other == push || counted(timeline, other).isAfter(first))
            .count();
    return counted > terms.cap().messages();
  }

  /** It may have been reserved, and counted, a moment before LINE took it. */
  private static LocalDate counted(Timeline timeline, Fact.Pushed push) {
    return timeline.date(push.shop(), push.at().minus(Timeline.IN_FLIGHT));
  }

  private static boolean overBudget(
      ShopPlan.Terms terms, Fact.Pushed push, List<Fact.Pushed> received) {
    return terms.budget().filter(limit -> over(limit, push, received, PROMOTIONAL)).isPresent();
  }

  /** Whether this one is over a limit by the clock, which counts those kinds together. */
  private static boolean over(
      ShopPlan.Limit limit, Fact.Pushed push, List<Fact.Pushed> received, List<String> kinds) {
    Instant first =
        push.at().minus(Duration.ofDays(limit.days())).plus(Timeline.IN_FLIGHT.multipliedBy(2));
    return kinds.contains(push.message().kind().orElse("?"))
        && received.stream()
                .filter(other -> kinds.contains(other.message().kind().orElse("?")))
                .filter(other -> other.at().isAfter(first))
                .count()
            > limit.messages();
  }

  private static void quiet(Timeline timeline, Fact.Pushed push, Consumer<Violation> broken) {
    Instant before = push.at().minus(Timeline.IN_FLIGHT);
    boolean night =
        timeline.terms(push.shop(), before, push.at()).stream()
            .allMatch(
                terms ->
                    keepsQuiet(terms, push.message())
                        && quiet(timeline, push.shop(), terms, push.at())
                        && quiet(timeline, push.shop(), terms, before));
    if (night) {
      broken.accept(new Violation("quiet hours", push.at(), who(push) + " is disturbed"));
    }
  }

  /** Whether messages of that kind wait for the morning. */
  private static boolean keepsQuiet(ShopPlan.Terms terms, Message message) {
    return !SERVICE.contains(message.kind().orElse("?"))
        || terms.others().service().filter(ShopPlan.Service::atNight).isEmpty();
  }

  private static boolean quiet(Timeline timeline, int shop, ShopPlan.Terms terms, Instant at) {
    return terms.quiet().contains(at.atZone(timeline.zone(shop)).toLocalTime());
  }
}
