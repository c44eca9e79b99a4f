package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.Fact;
import java.util.stream.Stream;

/**
 * Promotional messages that LINE was never asked for and that are recorded as perhaps sent, for
 * whoever died in between did not know: they count in caps and budgets as if they had been.
 */
final class Perhaps {

  private final Timeline timeline;
  private final Books books;

  Perhaps(Timeline timeline, Books books) {
    this.timeline = timeline;
    this.books = books;
  }

  /** How many there are for that account's customers. */
  long sent(int shop, int account) {
    return books.rows().stream()
        .filter(row -> row.result().equals("Unknown"))
        .filter(row -> Politeness.PROMOTIONAL.contains(row.kind()))
        .filter(row -> row.shop() == shop)
        .filter(row -> timeline.customers(shop, account).contains(row.customer()))
        .filter(row -> asked(row, account) < alike(row).count())
        .count();
  }

  /** How many messages of that occasion LINE was asked for. */
  private long asked(Books.Row row, int account) {
    return timeline.pushes.stream()
        .filter(push -> of(push, row, account))
        .map(Fact.Pushed::key)
        .distinct()
        .count();
  }

  /** Those of the same occasion that were sent at least perhaps. */
  private Stream<Books.Row> alike(Books.Row row) {
    return books.rows().stream()
        .filter(other -> other.result().equals("Sent") || other.result().equals("Unknown"))
        .filter(other -> other.shop() == row.shop() && other.customer() == row.customer())
        .filter(other -> other.kind().equals(row.kind()))
        .filter(other -> other.occasion().equals(row.occasion()));
  }

  private static boolean of(Fact.Pushed push, Books.Row row, int account) {
    return push.shop() == row.shop()
        && push.account() == account
        && push.message().kind().filter(row.kind()::equals).isPresent()
        && push.message().occasion().filter(row.occasion()::equals).isPresent();
  }
}
