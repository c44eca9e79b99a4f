package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.plan.Deed;
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
      for (Timeline.Told told : timeline.ofCustomer(customer.shop(), customer.number())) {
        boolean gone =
            told.act().deed() instanceof Deed.Merge merge && merge.customer() == customer.number();
        if (gone && told.settled().isBefore(Instant.MAX)) {
          List<String> traces =
              new ArrayList<>(books.traces(OptionalInt.of(customer.number()), OptionalInt.empty()));
          traces.remove(LINKS);
          if (!traces.isEmpty()) {
            broken.accept(
                new Violation("merged", told.settled(), customer + " is still in " + traces));
          }
        }
      }
    }
  }
}
