package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.plan.Deed;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whoever asked what is held gets an answer, with what is surely theirs in it and nothing of
 * anybody else.
 */
final class Answering implements Rule {

  private static final Pattern ACCOUNT = Pattern.compile("U([0-9a-f]{32})");
  private static final Pattern ORDER = Pattern.compile("order #([0-9]+)");
  private static final Pattern WISH = Pattern.compile("waits for product ([0-9]+)");

  @Override
  public void check(Timeline timeline, Books books, Consumer<Violation> broken) {
    Knowledge knowledge = new Knowledge(timeline);
    for (Pair customer : timeline.everyCustomer()) {
      for (Timeline.Told told : timeline.ofCustomer(customer.shop(), customer.number())) {
        boolean stays =
            knowledge.forgotten(customer.shop(), customer.number(), timeline.plan.rested())
                    == Certainty.NO
                && timeline.group(customer.shop(), customer.number()).size() == 1;
        if (told.act().deed() instanceof Deed.AskData && stays && !isOpen(told)) {
          check(timeline, books, customer, told, broken);
        }
      }
    }
  }

  private static boolean isOpen(Timeline.Told told) {
    return told.settled().equals(java.time.Instant.MAX);
  }

  private static void check(
      Timeline timeline,
      Books books,
      Pair customer,
      Timeline.Told asked,
      Consumer<Violation> broken) {
    Optional<String> answer =
        books.exports(customer.shop(), customer.number()).stream()
            .filter(export -> export.request().equals(Timeline.order(asked.act())))
            .map(Books.Export::text)
            .findFirst();
    if (answer.isEmpty()) {
      broken.accept(new Violation("export", asked.settled(), customer + " gets no answer"));
      return;
    }
    SortedSet<Integer> accounts = numbers(ACCOUNT, 16, answer.get());
    accounts.removeAll(timeline.accounts(customer.shop(), customer.number()));
    SortedSet<Integer> orders = numbers(ORDER, 10, answer.get());
    SortedSet<Integer> wishes = numbers(WISH, 10, answer.get());
    SortedSet<Integer> ownOrders = new TreeSet<>();
    SortedSet<Integer> ownWishes = new TreeSet<>();
    for (Timeline.Told told : timeline.ofCustomer(customer.shop(), customer.number())) {
      if (told.act().deed() instanceof Deed.Buy) {
        int order = Integer.parseInt(Timeline.order(told.act()));
        ownOrders.add(order);
        if (told.settled().isBefore(asked.at()) && !orders.contains(order)) {
          broken.accept(
              new Violation("export", asked.settled(), customer + " misses order " + order));
        }
      }
      if (told.act().deed() instanceof Deed.Wish wish) {
        ownWishes.add(wish.product());
      }
    }
    orders.removeAll(ownOrders);
    wishes.removeAll(ownWishes);
    if (!accounts.isEmpty() || !orders.isEmpty() || !wishes.isEmpty()) {
      broken.accept(
          new Violation(
              "export",
              asked.settled(),
              customer
                  + " reads of accounts "
                  + accounts
                  + ", orders "
                  + orders
                  + ", wishes "
                  + wishes
                  + " of others"));
    }
  }

  private static SortedSet<Integer> numbers(Pattern pattern, int radix, String text) {
    SortedSet<Integer> numbers = new TreeSet<>();
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      numbers.add(Integer.parseInt(found.group(1), radix));
    }
    return numbers;
  }
}
