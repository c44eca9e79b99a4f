package dev.musubi.testkit.contracts;

import dev.musubi.core.people.DataExports;
import dev.musubi.testkit.memory.MemoryDataExports;
import java.time.InstantSource;

class MemoryDataExportsTest extends DataExportsContract {

  @Override
  protected DataExports empty(InstantSource clock) {
    return new MemoryDataExports(clock);
  }
}
