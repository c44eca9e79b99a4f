package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * In the end the link is what people chose last, and Shopify's tag and LINE's menu agree with it.
 */
final class Agreement implements Rule {

  @Override
  public void check(Timeline timeline, Books books, Consumer<Violation> broken) {
    Knowledge knowledge = new Knowledge(timeline);
    Instant end = timeline.plan.rested();
    for (Pair customer : timeline.allCustomers()) {
      for (int account : timeline.accounts(customer.shop(), customer.number())) {
        boolean stands =
            books.linked(customer.shop(), customer.number()).equals(OptionalInt.of(account));
        Certainty linked = knowledge.linked(customer.shop(), customer.number(), account, end);
        if (linked != Certainty.UNSURE && linked != Certainty.of(stands)) {
          String what = stands ? " is linked to " : " is not linked to ";
          broken.accept(new Violation("link", end, customer + what + account));
        }
      }
      boolean linked = books.linked(customer.shop(), customer.number()).isPresent();
      boolean exists = timeline.kept(customer.shop(), customer.number()) == customer.number();
      if (exists && linked != books.tagged(customer.shop(), customer.number())) {
        broken.accept(new Violation("tag", end, customer + (linked ? " lacks" : " keeps") + " it"));
      }
    }
    for (Pair account : timeline.allAccounts()) {
      boolean linked =
          timeline.customers(account.shop(), account.number()).stream()
              .anyMatch(
                  customer ->
                      books
                          .linked(account.shop(), customer)
                          .equals(OptionalInt.of(account.number())));
      if (linked != books.linkedMenu(account.shop(), account.number())) {
        broken.accept(
            new Violation("menu", end, account + " sees that of who is " + (linked ? "not" : "")));
      }
    }
  }
}
