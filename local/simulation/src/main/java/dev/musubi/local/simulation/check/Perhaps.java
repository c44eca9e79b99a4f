package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.Fact;
import java.util.List;

/**
 * Promotional messages that LINE was never asked for and that are recorded as perhaps sent, for
 * whoever died in between did not know: they count in caps and budgets as if they had been.
 */
final class Perhaps {

  private final Timeline timeline;
  private final List<Books.Row> unknown;

  Perhaps(Timeline timeline, Books books) {
    this.timeline = timeline;
    this.unknown =
        books.rows().stream()
            .filter(row -> row.result().equals("Unknown"))
            .filter(row -> Politeness.PROMOTIONAL.contains(row.kind()))
            .toList();
  }

  /** How many there are for that account's customers. */
  long sent(int shop, int account) {
    return unknown.stream()
        .filter(row -> row.shop() == shop)
        .filter(row -> timeline.customers(shop, account).contains(row.customer()))
        .filter(row -> timeline.pushes.stream().noneMatch(push -> of(push, row, account)))
        .count();
  }

  private static boolean of(Fact.Pushed push, Books.Row row, int account) {
    return push.shop() == row.shop()
        && push.account() == account
        && push.message().kind().filter(row.kind()::equals).isPresent()
        && push.message().occasion().filter(row.occasion()::equals).isPresent();
  }
}
