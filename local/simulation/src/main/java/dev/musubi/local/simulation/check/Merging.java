package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Nothing is left under a customer who was merged, but where that number leads to. */
final class Merging implements Rule {

  private static final String LINKS = "links";

  @Override
  public void check(Timeline timeline, Books books, Consumer<Violation> broken) {
    for (Pair customer : timeline.everyCustomer()) {
      timeline
          .ending(customer.shop(), customer.number())
          .filter(merge -> merge.settled().isBefore(Instant.MAX))
          .ifPresent(merge -> look(customer, merge, books, broken));
    }
  }

  private static void look(
      Pair customer, Timeline.Told merge, Books books, Consumer<Violation> broken) {
    List<String> traces =
        new ArrayList<>(books.traces(OptionalInt.of(customer.number()), OptionalInt.empty()));
    traces.remove(LINKS);
    if (!traces.isEmpty()) {
      broken.accept(new Violation("merged", merge.settled(), customer + " is still in " + traces));
    }
  }
}
