package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.history.Message;
import dev.musubi.local.simulation.plan.Deed;
import dev.musubi.local.simulation.plan.ShopPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a message about an order or a parcel may say: what the order reached, within three days (by
 * phone one), to nobody but its buyer, nothing hopeful after it was called off; by phone only where
 * the shop may, and not to who can be told in the chat. And whoever can be told is.
 */
final class Telling implements Rule {

  private static final Duration UNSETTLED = Duration.ofHours(22);
  private static final Duration CHAT = Duration.ofHours(72);
  private static final Duration PHONE = Duration.ofHours(24);

  @Override
  public void check(Timeline timeline, Books books, Consumer<Violation> broken) {
    Knowledge knowledge = new Knowledge(timeline);
    for (Fact.Pushed push : timeline.pushes) {
      if (push.answer().accepted() && about(push.message())) {
        List<Integer> customers = List.copyOf(timeline.customers(push.shop(), push.account()));
        boolean right =
            customers.stream()
                .anyMatch(c -> right(timeline, push.shop(), c, push.message(), push.at(), CHAT));
        if (!right) {
          String what = push.message().occasion().orElse("?") + " for account " + push.account();
          broken.accept(new Violation("content", push.at(), what + " is not so"));
        }
      }
    }
    for (Fact.Notified notice : timeline.notices) {
      if (notice.answer().accepted()) {
        phone(timeline, knowledge, notice, broken);
      }
    }
    owed(timeline, knowledge, broken);
  }

  static boolean about(Message message) {
    return message.kind().filter(List.of("ORDER", "SHIPPING")::contains).isPresent();
  }

  private static boolean right(
      Timeline timeline, int shop, int customer, Message message, Instant at, Duration goodFor) {
    String occasion = message.occasion().orElse("?#?");
    String order = occasion.substring(0, occasion.indexOf('#'));
    String status = occasion.substring(occasion.indexOf('#') + 1);
    Instant known = at.minus(Timeline.IN_FLIGHT);
    List<Timeline.Told> news = timeline.ofOrder(shop, customer, order);
    boolean reached =
        news.stream()
            .filter(told -> status.equals(status(told.act().deed())))
            .anyMatch(
                told ->
                    !told.at().isAfter(at)
                        && !told.at().plus(goodFor).plus(Timeline.IN_FLIGHT).isBefore(at));
    boolean over =
        news.stream()
            .filter(told -> ends(told.act().deed(), status))
            .anyMatch(told -> !told.settled().isAfter(known));
    return reached && !over;
  }

  private static String status(Deed deed) {
    return switch (deed) {
      case Deed.Buy buy -> "PLACED";
      case Deed.Cancel cancel -> "CANCELLED";
      case Deed.Ship ship -> "SHIPPED";
      case Deed.Deliver deliver -> "DELIVERED";
      case Deed.Pay pay -> "PAID";
      case Deed.Refund refund -> "REFUNDED";
      default -> "";
    };
  }

  /** What makes that status no news any more. */
  private static boolean ends(Deed deed, String status) {
    return switch (deed) {
      case Deed.Cancel cancel -> !status.equals("CANCELLED");
      case Deed.Deliver deliver -> status.equals("SHIPPED");
      case Deed.Refund refund -> !status.equals("REFUNDED");
      default -> false;
    };
  }

  private static void phone(
      Timeline timeline, Knowledge knowledge, Fact.Notified notice, Consumer<Violation> broken) {
    int shop = notice.shop();
    String who = "customer " + notice.customer() + " of shop " + shop;
    if (!right(timeline, shop, notice.customer(), notice.message(), notice.at(), PHONE)) {
      broken.accept(
          new Violation(
              "content", notice.at(), notice.message().occasion() + " is not so for " + who));
    }
    Instant before = notice.at().minus(Timeline.IN_FLIGHT);
    boolean may =
        timeline.terms(shop, before, notice.at()).stream()
            .anyMatch(t -> t.others().service().filter(ShopPlan.Service::byPhone).isPresent());
    // Whoever is linked is a friend, or has blocked the account: both leave nothing to the phone.
    boolean friend =
        timeline.accounts(shop, notice.customer()).stream()
            .anyMatch(
                account ->
                    List.of(notice.at(), before).stream()
                        .allMatch(
                            at ->
                                knowledge.linked(shop, notice.customer(), account, at)
                                        == Certainty.YES
                                    && knowledge.friend(shop, account, at) != Certainty.UNSURE));
    if (!may || friend) {
      broken.accept(new Violation("by phone", notice.at(), who + " is told by phone"));
    }
    if (knowledge.forgotten(shop, notice.customer(), before) == Certainty.YES
        || knowledge.installed(shop, before) == Certainty.NO
            && knowledge.installed(shop, notice.at()) == Certainty.NO) {
      broken.accept(new Violation("by phone", notice.at(), who + " is not to be told"));
    }
  }

  /** Whoever bought something, is linked, and does nothing else for a while is told of it. */
  private static void owed(Timeline timeline, Knowledge knowledge, Consumer<Violation> broken) {
    for (Pair customer : timeline.everyCustomer()) {
      for (Timeline.Told bought : timeline.ofCustomer(customer.shop(), customer.number())) {
        if (bought.act().deed() instanceof Deed.Buy && bought.settled().isBefore(Instant.MAX)) {
          Optional<Instant> until = until(timeline, customer.shop(), bought);
          until.ifPresent(at -> owed(timeline, knowledge, customer, bought, at, broken));
        }
      }
    }
  }

  private static Optional<Instant> until(Timeline timeline, int shop, Timeline.Told bought) {
    Instant stale = bought.at().plus(CHAT);
    List<ShopPlan.Terms> terms = timeline.terms(shop, bought.at().minus(Timeline.IN_FLIGHT), stale);
    boolean disturbed =
        timeline.ofShop(shop).stream()
            .filter(told -> Owed.isOfTheMerchant(told.act().deed()))
            .anyMatch(t -> t.settled().isAfter(bought.at()) && t.at().isBefore(stale));
    if (disturbed
        || terms.size() != 1
        || terms.getFirst().others().service().isEmpty()
        || timeline.plan.shops().get(shop).monthly().isPresent()) {
      return Optional.empty();
    }
    return Deadline.of(timeline, shop, terms.getFirst(), bought.settled(), stale);
  }

  /** What LINE says nothing about for so long may have arrived, and is not tried again. */
  private static boolean unsettled(Fact.Pushed push, Instant until) {
    return push.at().plus(UNSETTLED).isBefore(until);
  }

  private static void owed(
      Timeline timeline,
      Knowledge knowledge,
      Pair customer,
      Timeline.Told bought,
      Instant until,
      Consumer<Violation> broken) {
    int shop = customer.shop();
    String order = Timeline.order(bought.act());
    Instant from = bought.at();
    boolean moved =
        timeline.ofCustomer(shop, customer.number()).stream()
                .filter(told -> !told.act().id().equals(bought.act().id()))
                .filter(told -> Owed.moves(told.act().deed()) || callsOff(told, order))
                .anyMatch(told -> !told.at().isAfter(until) && told.settled().isAfter(from))
            || timeline.accounts(shop, customer.number()).stream()
                .flatMap(account -> timeline.ofAccount(shop, account).stream())
                .anyMatch(told -> !told.at().isAfter(until) && told.settled().isAfter(from));
    if (moved || knowledge.installed(shop, from) != Certainty.YES) {
      return;
    }
    for (int account : timeline.accounts(shop, customer.number())) {
      boolean reachable =
          knowledge.linked(shop, customer.number(), account, from) == Certainty.YES
              && knowledge.friend(shop, account, from) == Certainty.YES
              && knowledge.wants(shop, account, "ORDER", from) == Certainty.YES
              && knowledge.forgotten(shop, customer.number(), until) == Certainty.NO;
      boolean came =
          timeline.pushes.stream()
              .filter(push -> push.shop() == shop && push.account() == account)
              .filter(push -> !push.at().isAfter(until))
              .filter(push -> push.answer() != Fact.Answer.FAILED || unsettled(push, until))
              .anyMatch(push -> push.message().occasion().equals(Optional.of(order + "#PLACED")));
      if (reachable && !came) {
        broken.accept(
            new Violation(
                "owed", until, "customer " + customer.number() + " is not told of order " + order));
      }
    }
  }

  private static boolean callsOff(Timeline.Told told, String order) {
    return switch (told.act().deed()) {
      case Deed.Cancel cancel -> order.equals(Integer.toString(cancel.order()));
      case Deed.Refund refund -> order.equals(Integer.toString(refund.order()));
      default -> false;
    };
  }
}
