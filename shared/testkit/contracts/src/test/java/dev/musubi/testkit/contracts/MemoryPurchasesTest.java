package dev.musubi.testkit.contracts;

import dev.musubi.core.shopping.Purchases;
import dev.musubi.testkit.memory.MemoryPurchases;
import java.time.InstantSource;

class MemoryPurchasesTest extends PurchasesContract {

  @Override
  protected Purchases empty(InstantSource clock) {
    return new MemoryPurchases(clock);
  }
}
