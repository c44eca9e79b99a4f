package dev.musubi.local.simulation.world;

import dev.musubi.local.simulation.engine.Chance;
import dev.musubi.local.simulation.history.History;
import dev.musubi.local.simulation.plan.Peril;
import dev.musubi.local.simulation.plan.Plan;
import dev.musubi.local.simulation.plan.Storm;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Decides by the seed, and by nothing else than the name of the place, whether a peril strikes
 * there; only within storms.
 */
public final class Fate {

  private final Plan plan;
  private final Chance chance;
  private final InstantSource clock;
  private final History history;
  private final Coverage coverage;

  public Fate(Plan plan, InstantSource clock, History history, Coverage coverage) {
    this.plan = plan;
    this.chance = Chance.of(plan.seed()).named("fate");
    this.clock = clock;
    this.history = history;
    this.coverage = coverage;
    for (Peril peril : Peril.values()) {
      coverage.known("peril: " + peril);
    }
  }

  /** The rate, of a thousand, at which something of that part of the world goes wrong now. */
  public int rate(Storm.Target target) {
    Instant now = clock.instant();
    int rate = 0;
    for (Storm storm : plan.storms()) {
      boolean hits = storm.target() == target || storm.target() == Storm.Target.EVERYTHING;
      if (hits && storm.rages(now)) {
        boolean everything = storm.target() == Storm.Target.EVERYTHING;
        rate = Math.max(rate, everything ? Math.min(40, storm.perMille()) : storm.perMille());
      }
    }
    return rate;
  }

  /** Whether it strikes there now; {@code share} is its part of the storm's rate. */
  public boolean strikes(Storm.Target target, Peril peril, String where, double share) {
    int rate = rate(target);
    return rate > 0 && strikes(peril, where, rate * share / 1000);
  }

  public boolean strikes(Peril peril, String where, double probability) {
    String name = peril + " " + where;
    boolean struck =
        chance.named(name).happens(probability)
            && plan.perils().map(only -> only.contains(name)).orElse(true);
    if (struck) {
      coverage.reached("peril: " + peril);
      history.struck(peril, where, name);
    }
    return struck;
  }

  /** A stream for amounts that are no peril. */
  public Chance amount(String where) {
    return chance.named(where);
  }

  public Duration between(String where, Duration least, Duration most) {
    return chance.named(where).between(least, most);
  }
}
