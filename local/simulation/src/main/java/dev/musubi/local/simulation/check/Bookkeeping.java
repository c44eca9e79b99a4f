package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.Fact;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * One message per rightful occasion, and one recorded outcome for each that was decided on, which
 * says the truth.
 */
final class Bookkeeping implements Rule {

  private record Occasion(int shop, int customer, String kind, String occasion) {}

  private static final List<String> FINAL = List.of("Sent", "Unknown", "Refused", "Skipped");

  @Override
  public void check(Timeline timeline, Books books, Consumer<Violation> broken) {
    Set<Occasion> intents = new LinkedHashSet<>();
    for (Fact.Intended i : timeline.intents) {
      intents.add(new Occasion(i.shop(), i.customer(), i.kind(), i.occasion()));
    }
    Map<Occasion, Books.Row> rows = new HashMap<>();
    for (Books.Row row : books.rows()) {
      Occasion occasion = new Occasion(row.shop(), row.customer(), row.kind(), row.occasion());
      if (rows.put(occasion, row) != null || !intents.contains(occasion)) {
        broken.accept(new Violation("outcomes", end(timeline), occasion + " has a row too many"));
      }
    }
    for (Occasion occasion : intents) {
      outcome(timeline, occasion, rows, broken);
    }
    duplicates(timeline, broken);
    truth(timeline, rows, broken);
  }

  private static Instant end(Timeline timeline) {
    return timeline.plan.rested();
  }

  private static void outcome(
      Timeline timeline,
      Occasion occasion,
      Map<Occasion, Books.Row> rows,
      Consumer<Violation> broken) {
    Books.Row row = rows.get(occasion);
    if (forgotten(timeline, occasion.shop(), occasion.customer())) {
      return;
    }
    if (row == null || !FINAL.contains(row.result())) {
      String what = row == null ? "nothing" : row.result();
      broken.accept(new Violation("outcomes", end(timeline), occasion + " ended in " + what));
      return;
    }
    List<Fact.Pushed> accepted = accepted(timeline, occasion);
    boolean sole = sole(timeline, occasion.shop(), occasion.customer());
    if (row.result().equals("Sent") && accepted.isEmpty()) {
      broken.accept(new Violation("outcomes", end(timeline), occasion + " was not sent"));
    }
    boolean denied = row.result().equals("Skipped") || row.result().equals("Refused");
    if (denied && sole && !accepted.isEmpty()) {
      broken.accept(new Violation("outcomes", accepted.getFirst().at(), occasion + " was sent"));
    }
    if (sole && accepted.size() > 1) {
      broken.accept(
          new Violation("once", accepted.get(1).at(), occasion + " was sent more than once"));
    }
  }

  private static boolean forgotten(Timeline timeline, int shop, int customer) {
    return new Knowledge(timeline).forgotten(shop, customer, end(timeline)) != Certainty.NO;
  }

  /** Whether whatever reaches the customer's accounts is meant for that customer. */
  private static boolean sole(Timeline timeline, int shop, int customer) {
    return timeline.accounts(shop, customer).stream()
        .allMatch(account -> timeline.customers(shop, account).size() == 1);
  }

  private static List<Fact.Pushed> accepted(Timeline timeline, Occasion occasion) {
    SortedSet<Integer> accounts = timeline.accounts(occasion.shop(), occasion.customer());
    return timeline.pushes.stream()
        .filter(push -> push.answer().accepted())
        .filter(push -> push.shop() == occasion.shop() && accounts.contains(push.account()))
        .filter(push -> push.message().kind().filter(occasion.kind()::equals).isPresent())
        .filter(push -> push.message().occasion().filter(occasion.occasion()::equals).isPresent())
        .toList();
  }

  private record Received(int shop, int account, String kind, String occasion) {}

  private static void duplicates(Timeline timeline, Consumer<Violation> broken) {
    Map<Received, Integer> counts = new HashMap<>();
    for (Fact.Pushed push : timeline.pushes) {
      if (push.answer().accepted()) {
        Received received =
            new Received(
                push.shop(),
                push.account(),
                push.message().kind().orElse("?"),
                push.message().occasion().orElse("?"));
        int rightful = Math.max(1, timeline.customers(push.shop(), push.account()).size());
        if (counts.merge(received, 1, Integer::sum) > rightful) {
          broken.accept(new Violation("once", push.at(), received + " came more than once"));
        }
      }
    }
  }

  /** Whatever was accepted is recorded as sent, or as perhaps sent. */
  private static void truth(
      Timeline timeline, Map<Occasion, Books.Row> rows, Consumer<Violation> broken) {
    for (Fact.Pushed push : timeline.pushes) {
      if (push.answer().accepted()) {
        boolean recorded =
            timeline.customers(push.shop(), push.account()).stream()
                .anyMatch(customer -> recorded(timeline, push, customer, rows));
        if (!recorded) {
          broken.accept(
              new Violation(
                  "outcomes",
                  push.at(),
                  "what account " + push.account() + " got is not recorded"));
        }
      }
    }
  }

  private static boolean recorded(
      Timeline timeline, Fact.Pushed push, int customer, Map<Occasion, Books.Row> rows) {
    Books.Row row =
        rows.get(
            new Occasion(
                push.shop(),
                customer,
                push.message().kind().orElse("?"),
                push.message().occasion().orElse("?")));
    return forgotten(timeline, push.shop(), customer)
        || row != null && (row.result().equals("Sent") || row.result().equals("Unknown"));
  }
}
