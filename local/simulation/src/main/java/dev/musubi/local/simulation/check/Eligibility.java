package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.Fact;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Nothing goes to who is not linked, has blocked the account, does not want the kind or was
 * forgotten, nor for a shop that removed the app; but for what was in flight when that became sure.
 */
final class Eligibility implements Rule {

  @Override
  public void check(Timeline timeline, Books books, Consumer<Violation> broken) {
    Knowledge knowledge = new Knowledge(timeline);
    for (Fact.Pushed push : timeline.pushes) {
      if (push.answer().accepted()) {
        check(timeline, knowledge, push, broken);
      }
    }
  }

  private static void check(
      Timeline timeline, Knowledge knowledge, Fact.Pushed push, Consumer<Violation> broken) {
    int shop = push.shop();
    int account = push.account();
    String who = "account " + account + " of shop " + shop;
    if (surely(Certainty.NO, push, at -> knowledge.friend(shop, account, at))) {
      broken.accept(new Violation("blocked", push.at(), who + " is no friend"));
    }
    String kind = push.message().kind().orElse("");
    if (surely(Certainty.NO, push, at -> knowledge.wants(shop, account, kind, at))) {
      broken.accept(new Violation("opted out", push.at(), who + " does not want " + kind));
    }
    if (surely(Certainty.NO, push, at -> knowledge.installed(shop, at))) {
      broken.accept(new Violation("uninstalled", push.at(), "shop " + shop + " removed the app"));
    }
    List<Integer> customers = List.copyOf(timeline.customers(shop, account));
    boolean linked =
        customers.stream()
            .anyMatch(
                c -> !surely(Certainty.NO, push, at -> knowledge.linked(shop, c, account, at)));
    if (!linked) {
      broken.accept(new Violation("unlinked", push.at(), who + " is not linked"));
    }
    if (!customers.isEmpty()
        && customers.stream()
            .allMatch(c -> surely(Certainty.YES, push, at -> knowledge.forgotten(shop, c, at)))) {
      broken.accept(new Violation("forgotten", push.at(), who + " asked to be forgotten"));
    }
  }

  /** Whether it was sure all the while that the message may have been on its way. */
  static boolean surely(Certainty what, Fact.Pushed push, Function<Instant, Certainty> knowledge) {
    return knowledge.apply(push.at()) == what
        && knowledge.apply(push.at().minus(Timeline.IN_FLIGHT.dividedBy(2))) == what
        && knowledge.apply(push.at().minus(Timeline.IN_FLIGHT)) == what;
  }
}
