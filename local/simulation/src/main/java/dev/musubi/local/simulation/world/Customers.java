package dev.musubi.local.simulation.world;

import dev.musubi.local.simulation.plan.Deed;
import dev.musubi.local.simulation.plan.Plan;
import java.util.TreeSet;

/** The customers that a plan speaks of. */
final class Customers {

  private Customers() {}

  static TreeSet<Integer> of(Plan plan) {
    TreeSet<Integer> customers = new TreeSet<>();
    plan.acts().forEach(act -> add(act.deed(), customers));
    return customers;
  }

  private static void add(Deed deed, TreeSet<Integer> customers) {
    switch (deed) {
      case Deed.AskLink ask -> customers.add(ask.customer());
      case Deed.Confirm confirm -> customers.add(confirm.customer());
      case Deed.View view -> customers.add(view.customer());
      case Deed.UnlinkAtShop unlink -> customers.add(unlink.customer());
      case Deed.Buy buy -> customers.add(buy.customer());
      case Deed.Redact redact -> customers.add(redact.customer());
      case Deed.Follow follow -> {}
      case Deed.Block block -> {}
      case Deed.Say say -> {}
      case Deed.Prefer prefer -> {}
      case Deed.Unlink unlink -> {}
      case Deed.Stock stock -> {}
      case Deed.Publish publish -> {}
      case Deed.Uninstall uninstall -> {}
      case Deed.Change change -> {}
      case Deed.Reinstall reinstall -> {}
    }
  }
}
