package dev.musubi.dueruns;

import dev.musubi.core.reminding.DailyRuns;
import dev.musubi.local.doors.Ports;

/** Opens the function: wired to ports as its own wiring does to AWS. */
public final class DueRunsDoor {

  private DueRunsDoor() {}

  public static Runnable over(Ports ports) {
    return new DueRunsWorker(
            new DailyRuns(ports.shops(), ports.runs(), ports.outbox()), ports.clock())
        ::work;
  }
}
