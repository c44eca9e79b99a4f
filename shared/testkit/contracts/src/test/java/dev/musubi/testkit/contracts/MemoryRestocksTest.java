package dev.musubi.testkit.contracts;

import dev.musubi.core.shopping.Restocks;
import dev.musubi.testkit.memory.MemoryRestocks;
import java.time.InstantSource;

class MemoryRestocksTest extends RestocksContract {

  @Override
  protected Restocks empty(InstantSource clock) {
    return new MemoryRestocks(clock);
  }
}
