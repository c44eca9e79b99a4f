package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.History;
import dev.musubi.local.simulation.plan.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Says which promises were broken, by what happened alone: an independent model that knows nothing
 * of the code.
 */
public final class Checker {

  private static final List<Rule> RULES =
      List.of(
          new Durability(),
          new Bookkeeping(),
          new Reasoning(),
          new Counting(),
          new Politeness(),
          new Sparing(),
          new Eligibility(),
          new Browsing(),
          new CartReminding(),
          new Restocking(),
          new Telling(),
          new Owed(),
          new Agreement(),
          new Answering(),
          new Forgetting(),
          new Merging());

  private Checker() {}

  /** Every broken promise, in the order of time. */
  public static List<Violation> check(Plan plan, History history, Books books) {
    Timeline timeline = new Timeline(plan, history);
    List<Violation> violations = new ArrayList<>();
    RULES.forEach(rule -> rule.check(timeline, books, violations::add));
    violations.sort(Comparator.comparing(Violation::at).thenComparing(Violation::rule));
    return violations;
  }
}
