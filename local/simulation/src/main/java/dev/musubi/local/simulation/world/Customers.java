package dev.musubi.local.simulation.world;

import dev.musubi.local.simulation.plan.Act;
import dev.musubi.local.simulation.plan.Deed;
import dev.musubi.local.simulation.plan.Plan;
import java.util.TreeSet;

/** The customers that a plan speaks of. */
final class Customers {

  private Customers() {}

  static TreeSet<Integer> of(Plan plan) {
    TreeSet<Integer> customers = new TreeSet<>();
    for (Act act : plan.acts()) {
      act.deed().whom().ifPresent(customers::add);
      if (act.deed() instanceof Deed.Merge merge) {
        customers.add(merge.kept());
      }
    }
    return customers;
  }
}
