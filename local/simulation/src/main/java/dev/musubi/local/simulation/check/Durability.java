package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.plan.Deed;
import java.util.function.Consumer;

/** Nothing is acknowledged before it is durable, and everything comes to rest. */
final class Durability implements Rule {

  @Override
  public void check(Timeline timeline, Books books, Consumer<Violation> broken) {
    for (Fact.Told told : timeline.answers) {
      boolean webhook =
          told.act().deed() instanceof Deed.InChat || told.act().deed() instanceof Deed.AtShopify;
      if (webhook && !told.queued()) {
        broken.accept(
            new Violation(
                "durable", told.at(), told.act().id() + " was acknowledged and stood nowhere"));
      }
    }
    if (!books.atRest()) {
      broken.accept(
          new Violation("at rest", timeline.plan.rested(), "a queue or a schedule is not empty"));
    }
  }
}
