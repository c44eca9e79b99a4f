package dev.musubi.dueruns;

import dev.musubi.core.reminding.DailyRuns;
import dev.musubi.testkit.functions.Stores;

/** Opens the function to the walk through all of them. */
public final class DueRunsDoor {

  private DueRunsDoor() {}

  public static Runnable over(Stores stores) {
    return new DueRunsWorker(
            new DailyRuns(stores.shops(), stores.runs(), stores.outbox()), stores.clock())
        ::work;
  }
}
