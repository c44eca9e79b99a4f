package dev.musubi.testkit.contracts;

import dev.musubi.core.reminding.Runs;
import dev.musubi.testkit.memory.MemoryRuns;
import java.time.InstantSource;

class MemoryRunsTest extends RunsContract {

  @Override
  protected Runs empty(InstantSource clock) {
    return new MemoryRuns(clock);
  }
}
