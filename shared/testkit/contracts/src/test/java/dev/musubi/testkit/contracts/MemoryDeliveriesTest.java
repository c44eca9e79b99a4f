package dev.musubi.testkit.contracts;

import dev.musubi.core.sending.Deliveries;
import dev.musubi.testkit.memory.MemoryDeliveries;
import java.time.InstantSource;

class MemoryDeliveriesTest extends DeliveriesContract {

  @Override
  protected Deliveries empty(InstantSource clock) {
    return new MemoryDeliveries(clock);
  }
}
