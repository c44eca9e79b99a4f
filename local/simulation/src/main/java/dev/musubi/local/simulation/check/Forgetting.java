package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.plan.Deed;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Who asked to be forgotten is nowhere in any store, nor is an account that only they had. */
final class Forgetting implements Rule {

  @Override
  public void check(Timeline timeline, Books books, Consumer<Violation> broken) {
    for (Pair customer : timeline.everyCustomer()) {
      for (Timeline.Told told : timeline.ofCustomer(customer.shop(), customer.number())) {
        if (told.act().deed() instanceof Deed.Redact && told.settled().isBefore(Instant.MAX)) {
          look(timeline, customer, told, books, broken);
        }
      }
    }
  }

  private static void look(
      Timeline timeline,
      Pair customer,
      Timeline.Told redacted,
      Books books,
      Consumer<Violation> broken) {
    List<String> traces = books.traces(OptionalInt.of(customer.number()), OptionalInt.empty());
    if (!traces.isEmpty()) {
      broken.accept(
          new Violation("traces", redacted.settled(), customer + " is still in " + traces));
    }
    for (int account : timeline.accounts(customer.shop(), customer.number())) {
      boolean alive =
          timeline.ofAccount(customer.shop(), account).stream()
              .anyMatch(told -> told.settled().isAfter(redacted.at()));
      boolean only =
          timeline.customers(customer.shop(), account).size() == 1
              && IntStream.range(0, timeline.plan.shops().size())
                  .filter(shop -> shop != customer.shop())
                  .allMatch(shop -> timeline.ofAccount(shop, account).isEmpty());
      boolean linked =
          timeline.ofAccount(customer.shop(), account).stream()
              .anyMatch(told -> told.act().deed() instanceof Deed.Confirm);
      if (only && linked && !alive) {
        List<String> held = books.traces(OptionalInt.empty(), OptionalInt.of(account));
        if (!held.isEmpty()) {
          broken.accept(
              new Violation("traces", redacted.settled(), "account " + account + " in " + held));
        }
      }
    }
  }
}
