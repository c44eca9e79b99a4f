package dev.musubi.testkit.contracts;

import dev.musubi.core.shop.Shops;
import dev.musubi.testkit.memory.MemoryShops;

class MemoryShopsTest extends ShopsContract {

  @Override
  protected Shops empty() {
    return new MemoryShops();
  }
}
