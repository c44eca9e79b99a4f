package dev.musubi.testkit.contracts;

import dev.musubi.core.shopping.Watches;
import dev.musubi.testkit.memory.MemoryWatches;
import java.time.InstantSource;

class MemoryWatchesTest extends WatchesContract {

  @Override
  protected Watches empty(InstantSource clock) {
    return new MemoryWatches(clock);
  }
}
