package dev.musubi.testkit.contracts;

import dev.musubi.core.shopping.Orders;
import dev.musubi.testkit.memory.MemoryOrders;
import java.time.InstantSource;

class MemoryOrdersTest extends OrdersContract {

  @Override
  protected Orders empty(InstantSource clock) {
    return new MemoryOrders(clock);
  }
}
