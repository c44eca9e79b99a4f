package dev.musubi.local.simulation.world;

import dev.musubi.local.simulation.plan.Plan;
import java.util.TreeSet;

/** The customers that a plan speaks of. */
final class Customers {

  private Customers() {}

  static TreeSet<Integer> of(Plan plan) {
    TreeSet<Integer> customers = new TreeSet<>();
    plan.acts().forEach(act -> act.deed().whom().ifPresent(customers::add));
    return customers;
  }
}
