package dev.musubi.dueruns;

import dev.musubi.core.reminding.DailyRuns;
import dev.musubi.local.simulation.world.Ports;

/** Opens the function to the simulation. */
public final class DueRunsDoor {

  private DueRunsDoor() {}

  public static Runnable over(Ports ports) {
    return new DueRunsWorker(
            new DailyRuns(ports.shops(), ports.runs(), ports.outbox()), ports.clock())
        ::work;
  }
}
