package dev.musubi.dueruns;

import dev.musubi.core.reminding.DailyRuns;
import java.time.InstantSource;

/** Starts what is due now and says how many runs that were. */
final class DueRunsWorker {

  private final DailyRuns runs;
  private final InstantSource clock;

  DueRunsWorker(DailyRuns runs, InstantSource clock) {
    this.runs = runs;
    this.clock = clock;
  }

  String work() {
    return runs.start(clock.instant()) + " started";
  }
}
