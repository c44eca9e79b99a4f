package dev.musubi.testkit.contracts;

import dev.musubi.core.shopping.Carts;
import dev.musubi.testkit.memory.MemoryCarts;
import java.time.InstantSource;

class MemoryCartsTest extends CartsContract {

  @Override
  protected Carts empty(InstantSource clock) {
    return new MemoryCarts(clock);
  }
}
