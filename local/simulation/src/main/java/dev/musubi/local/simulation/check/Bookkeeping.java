package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.Fact;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One message per rightful occasion, and one recorded outcome for each that was decided on, which
 * says the truth.
 */
final class Bookkeeping implements Rule {

  /** One intent. */
  private record Intent(int shop, int customer, String kind, String name) {}

  private static final List<String> FINAL = List.of("Sent", "Unknown", "Refused", "Skipped");

  /** What was decided on and what became of it, for one occasion. */
  private static final class Account {
    final Set<Intent> intents = new LinkedHashSet<>();

    /** The same before customers were merged: two of those may be one now. */
    final Set<Intent> decided = new LinkedHashSet<>();

    final Map<Intent, Books.Row> rows = new HashMap<>();
    final Map<Intent, Integer> counts = new HashMap<>();

    long of(String result) {
      return rows.values().stream().filter(row -> row.result().equals(result)).count();
    }

    /** How many of its messages may have arrived by what is recorded. */
    long perhaps() {
      return of("Sent") + of("Unknown");
    }
  }

  @Override
  public void check(Timeline timeline, Books books, Consumer<Violation> broken) {
    Map<Occasion, Account> accounts = new LinkedHashMap<>();
    for (Fact.Intended i : timeline.intents) {
      int kept = timeline.kept(i.shop(), i.customer());
      Account account =
          accounts.computeIfAbsent(
              new Occasion(i.shop(), kept, i.kind(), i.occasion()), o -> new Account());
      account.intents.add(new Intent(i.shop(), kept, i.kind(), i.name()));
      if (account.decided.add(new Intent(i.shop(), i.customer(), i.kind(), i.name()))) {
        account.counts.merge(new Intent(i.shop(), kept, i.kind(), i.name()), 1, Integer::sum);
      }
    }
    for (Books.Row row : books.rows()) {
      if (toldAlready(timeline, row)) {
        continue;
      }
      int kept = timeline.kept(row.shop(), row.customer());
      Occasion occasion = new Occasion(row.shop(), kept, row.kind(), row.occasion());
      Intent intent = new Intent(row.shop(), kept, row.kind(), row.name());
      Account account = accounts.getOrDefault(occasion, new Account());
      account.rows.merge(intent, row, Bookkeeping::weightier);
      if (account.counts.merge(intent, -1, Integer::sum) < 0 && !wishedAgain(timeline, row)) {
        broken.accept(new Violation("outcomes", end(timeline), intent + " has a row too many"));
      }
    }
    accounts.forEach((occasion, account) -> outcome(timeline, occasion, account, broken));
    duplicates(timeline, accounts, broken);
    truth(timeline, accounts, broken);
  }

  /** Of two customers who were merged each may have had the same decided on. */
  private static Books.Row weightier(Books.Row one, Books.Row other) {
    return rank(other) < rank(one) ? other : one;
  }

  /** What is not final weighs most. */
  private static int rank(Books.Row row) {
    return FINAL.indexOf(row.result());
  }

  /** A wish that a merge brought along may have its turn after the customer was told. */
  private static boolean toldAlready(Timeline timeline, Books.Row row) {
    return wishedAgain(timeline, row) && row.why().filter("ToldAlready"::equals).isPresent();
  }

  /** What a merge brings may be a newer wish than the one that was judged before it. */
  private static boolean wishedAgain(Timeline timeline, Books.Row row) {
    return row.kind().equals(Restocking.KIND)
        && timeline.group(row.shop(), row.customer()).size() > 1;
  }

  private static Instant end(Timeline timeline) {
    return timeline.plan.rested();
  }

  private static void outcome(
      Timeline timeline, Occasion occasion, Account account, Consumer<Violation> broken) {
    if (forgotten(timeline, occasion.shop(), occasion.customer())) {
      return;
    }
    for (Intent intent : account.intents) {
      Books.Row row = account.rows.get(intent);
      if (row == null || !FINAL.contains(row.result())) {
        String what = row == null ? "nothing" : row.result();
        broken.accept(new Violation("outcomes", end(timeline), intent + " ended in " + what));
      }
    }
    List<Fact.Pushed> pushed = occasion.pushed(timeline);
    List<Fact.Notified> notified = occasion.notified(timeline);
    long seen = notified.stream().filter(n -> timeline.sees(n).isPresent()).count();
    if (account.of("Sent") > pushed.size() + occasion.saidToBeKnown(timeline) + seen) {
      broken.accept(new Violation("outcomes", end(timeline), occasion + " was not sent"));
    }
    long known =
        notified.stream()
            .flatMap(notice -> timeline.sees(notice).stream())
            .filter(told -> told.settled().isBefore(Instant.MAX))
            .count();
    if (occasion.sole(timeline)) {
      boolean single = account.decided.size() == account.intents.size();
      if (pushed.size() + notified.size() > account.decided.size()) {
        broken.accept(new Violation("once", end(timeline), occasion + " was sent more than once"));
      } else if (single && pushed.size() + known > account.perhaps()) {
        broken.accept(
            new Violation(
                "outcomes", end(timeline), occasion + " was sent, which is not recorded"));
      }
    }
  }

  private static boolean forgotten(Timeline timeline, int shop, int customer) {
    return new Knowledge(timeline).forgotten(shop, customer, end(timeline)) != Certainty.NO;
  }

  private record Received(int shop, int account, String kind, String occasion) {

    static Received of(Fact.Pushed push) {
      return new Received(
          push.shop(),
          push.account(),
          push.message().kind().orElse("?"),
          push.message().occasion().orElse("?"));
    }
  }

  private static void duplicates(
      Timeline timeline, Map<Occasion, Account> accounts, Consumer<Violation> broken) {
    Map<Received, Integer> counts = new HashMap<>();
    for (Fact.Pushed push : timeline.pushes) {
      if (push.answer().accepted()) {
        Received received = Received.of(push);
        int rightful =
            of(timeline, push, accounts).mapToInt(account -> account.decided.size()).sum();
        if (counts.merge(received, 1, Integer::sum) > rightful) {
          broken.accept(new Violation("once", push.at(), received + " came more than once"));
        }
      }
    }
  }

  /** Whatever was accepted is recorded as sent, or as perhaps sent. */
  private static void truth(
      Timeline timeline, Map<Occasion, Account> accounts, Consumer<Violation> broken) {
    for (Fact.Pushed push : timeline.pushes) {
      if (push.answer().accepted()
          && timeline.customers(push.shop(), push.account()).stream()
              .noneMatch(customer -> forgotten(timeline, push.shop(), customer))
          && of(timeline, push, accounts).allMatch(account -> account.perhaps() == 0)) {
        broken.accept(
            new Violation(
                "outcomes", push.at(), "what account " + push.account() + " got is not recorded"));
      }
    }
  }

  /** The accounts of everybody whom that message may have been meant for. */
  private static Stream<Account> of(
      Timeline timeline, Fact.Pushed push, Map<Occasion, Account> accounts) {
    Received received = Received.of(push);
    return timeline.customers(push.shop(), push.account()).stream()
        .map(customer -> timeline.kept(push.shop(), customer))
        .distinct()
        .map(
            customer ->
                accounts.get(
                    new Occasion(push.shop(), customer, received.kind(), received.occasion())))
        .filter(Objects::nonNull);
  }
}
