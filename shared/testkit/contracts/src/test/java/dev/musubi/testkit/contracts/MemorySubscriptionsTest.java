package dev.musubi.testkit.contracts;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Subscriptions;
import dev.musubi.testkit.memory.MemorySubscriptions;

class MemorySubscriptionsTest extends SubscriptionsContract {

  private final MemorySubscriptions subscriptions = new MemorySubscriptions();

  @Override
  protected Subscriptions of(ShopId shop, ShopId another) {
    return subscriptions;
  }

  @Override
  protected void unreachable() {
    subscriptions.down(true);
  }
}
