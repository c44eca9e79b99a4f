package dev.musubi.local.simulation;

import dev.musubi.local.simulation.plan.Planner;
import java.util.function.LongUnaryOperator;

/** Looks for a broken promise: after how many seeds, of at most so many, one is found; or 0. */
public final class Hunt implements LongUnaryOperator {

  private static final int DAYS = 3;
  private static final int PEOPLE = 4;

  @Override
  public long applyAsLong(long mostSeeds) {
    Simulation simulation = new Simulation();
    for (long seed = 1; seed <= mostSeeds; seed++) {
      if (!simulation.live(new Planner(seed, DAYS, PEOPLE).plan()).violations().isEmpty()) {
        return seed;
      }
    }
    return 0;
  }
}
