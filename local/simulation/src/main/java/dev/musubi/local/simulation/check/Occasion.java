package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.history.Message;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;

/**
 * What a phone can tell of a message, of which several intents may look the same; and what LINE
 * took of it.
 */
record Occasion(int shop, int customer, String kind, String occasion) {

  /** Longer than any message is tried. */
  private static final Duration TRIED = Duration.ofDays(3);

  /** Whether whatever reaches the customer's accounts is meant for that customer. */
  boolean sole(Timeline timeline) {
    return timeline.accounts(shop, customer).stream()
        .allMatch(
            account ->
                timeline.customers(shop, account).stream()
                        .map(any -> timeline.kept(shop, any))
                        .distinct()
                        .count()
                    == 1);
  }

  List<Fact.Pushed> pushed(Timeline timeline) {
    SortedSet<Integer> accounts = timeline.accounts(shop, customer);
    return timeline.pushes.stream()
        .filter(push -> push.answer().accepted())
        .filter(push -> push.shop() == shop && accounts.contains(push.account()))
        .filter(push -> shownBy(push.message()))
        .toList();
  }

  /**
   * LINE may say of a request that it took it before, though it refused it: to who cannot know that
   * nothing of it was taken, for an earlier try of theirs died on the way.
   */
  long saidToBeKnown(Timeline timeline) {
    SortedSet<Integer> accounts = timeline.accounts(shop, customer);
    return timeline.pushes.stream()
        .filter(push -> push.answer() == Fact.Answer.KNOWN)
        .filter(push -> push.shop() == shop && accounts.contains(push.account()))
        .filter(push -> shownBy(push.message()))
        .filter(
            known ->
                timeline.pushes.stream()
                    .filter(p -> p.key().equals(known.key()))
                    .filter(p -> p.answer() == Fact.Answer.REFUSED)
                    .anyMatch(p -> timeline.struckWithin(p.at().minus(TRIED), p.at())))
        .map(Fact.Pushed::key)
        .distinct()
        .count();
  }

  List<Fact.Notified> notified(Timeline timeline) {
    return timeline.notices.stream()
        .filter(notice -> notice.answer().accepted())
        .filter(n -> n.shop() == shop)
        .filter(n -> timeline.kept(n.shop(), n.customer()) == customer)
        .filter(notice -> shownBy(notice.message()))
        .toList();
  }

  private boolean shownBy(Message message) {
    return message.kind().filter(kind::equals).isPresent()
        && message.occasion().filter(occasion::equals).isPresent();
  }
}
