package dev.musubi.local.simulation;

import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Makes a plan that breaks a promise as short as it gets: leaves out acts, then perils, as long as
 * the same promise is still broken.
 */
final class Shrinking {

  private final Simulation simulation;
  private final String rule;
  private int livesLeft;

  Shrinking(Simulation simulation, String rule, int mostLives) {
    this.simulation = simulation;
    this.rule = rule;
    this.livesLeft = mostLives;
  }

  Plan shortest(Plan broken) {
    Plan plan = withoutPerilsThatDidNotStrike(broken);
    for (int size = Integer.MAX_VALUE; size(plan) < size && livesLeft > 0; ) {
      size = size(plan);
      plan = fewer(plan, plan.acts(), Plan::withActs);
      plan = withoutPerilsThatDidNotStrike(plan);
      plan = fewer(plan, List.copyOf(plan.perils().orElseThrow()), Plan::withPerils);
      plan = fewer(plan, plan.storms(), Plan::withStorms);
    }
    return plan;
  }

  private static int size(Plan plan) {
    return plan.acts().size() + plan.perils().orElseThrow().size();
  }

  private Plan withoutPerilsThatDidNotStrike(Plan plan) {
    Set<String> struck = new LinkedHashSet<>();
    for (Fact fact : simulation.live(plan).history().facts()) {
      if (fact instanceof Fact.Struck strike) {
        struck.add(strike.name());
      }
    }
    Plan only = plan.withPerils(List.copyOf(struck));
    return plan.perils().isEmpty() || breaks(only) ? only : plan;
  }

  /** Leaves out halves, quarters, … of the parts, and single ones in the end. */
  private <T> Plan fewer(Plan plan, List<T> parts, BiFunction<Plan, List<T>, Plan> with) {
    Plan best = plan;
    List<T> kept = new ArrayList<>(parts);
    for (int chunk = Math.max(1, kept.size() / 2); chunk >= 1 && !kept.isEmpty(); chunk /= 2) {
      for (int from = kept.size() - chunk; from > -chunk && livesLeft > 0; from -= chunk) {
        List<T> rest = new ArrayList<>(kept);
        rest.subList(Math.max(0, from), Math.min(kept.size(), from + chunk)).clear();
        Plan shorter = with.apply(best, rest);
        if (rest.size() < kept.size() && breaks(shorter)) {
          best = shorter;
          kept = rest;
        }
      }
    }
    return best;
  }

  private boolean breaks(Plan plan) {
    livesLeft--;
    return simulation.live(plan).violations().stream().anyMatch(v -> v.rule().equals(rule));
  }
}
