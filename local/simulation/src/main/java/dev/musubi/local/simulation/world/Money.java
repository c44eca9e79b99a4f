package dev.musubi.local.simulation.world;

import dev.musubi.local.simulation.engine.Chance;
import dev.musubi.local.simulation.plan.Act;
import dev.musubi.local.simulation.plan.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** What becomes of the money of an order: some are paid later, if at all, some given back. */
final class Money {

  private final Ground ground;
  private final Instant end;
  private final Consumer<Act> people;

  /** From {@code end} on nobody does anything. */
  Money(Ground ground, Instant end, Consumer<Act> people) {
    this.ground = ground;
    this.end = end;
    this.people = people;
  }

  /** Whether the order is paid later; what follows of it is on its way when this returns. */
  boolean later(Act buy) {
    Chance own = ground.fate().amount("money of " + buy.id());
    int customer = buy.deed().whom().orElseThrow();
    int order = Numbers.order(buy);
    boolean later = own.happens(0.15);
    if (later && own.happens(0.8)) {
      follows(own, new Act(buy.id() + "p", buy.at(), buy.shop(), new Deed.Pay(customer, order)));
    }
    if (!later && own.happens(0.08)) {
      follows(own, new Act(buy.id() + "r", buy.at(), buy.shop(), new Deed.Refund(customer, order)));
    }
    return later;
  }

  private void follows(Chance own, Act act) {
    Duration most = own.happens(0.5) ? Duration.ofMinutes(10) : Duration.ofHours(20);
    Instant at = ground.agenda().now().plus(own.between(Duration.ofSeconds(20), most));
    if (at.isBefore(end)) {
      ground.agenda().at(at, () -> people.accept(new Act(act.id(), at, act.shop(), act.deed())));
    }
  }
}
