package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The first thing in the way is the reason that is told: of somebody who was never linked no caps,
 * carts or stock are looked at.
 */
final class Reasoning implements Rule {

  private static final Set<String> BEFORE =
      Set.of("NotLinked", "Uninstalled", "SwitchedOff", "Stale");

  @Override
  public void check(Timeline timeline, Books books, Consumer<Violation> broken) {
    for (Books.Row row : books.rows()) {
      Optional<String> why = row.why().filter(reason -> !BEFORE.contains(reason));
      boolean skipped = row.result().equals("Skipped");
      if (skipped && Politeness.PROMOTIONAL.contains(row.kind()) && why.isPresent()) {
        boolean stranger =
            timeline.group(row.shop(), row.customer()).size() == 1
                && timeline.accounts(row.shop(), row.customer()).isEmpty();
        if (stranger) {
          broken.accept(
              new Violation(
                  "reason",
                  timeline.plan.rested(),
                  "customer %d of shop %d was never linked, and the row of %s says %s"
                      .formatted(row.customer(), row.shop(), row.name(), why.get())));
        }
      }
    }
  }
}
