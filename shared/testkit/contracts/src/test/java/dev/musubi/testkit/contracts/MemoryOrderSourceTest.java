package dev.musubi.testkit.contracts;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderSource;
import dev.musubi.core.shopping.Payment;
import dev.musubi.testkit.memory.MemoryOrderSource;
import java.util.List;
import java.util.Optional;

class MemoryOrderSourceTest extends OrderSourceContract {

  private final MemoryOrderSource source = new MemoryOrderSource();
  private int orders;

  @Override
  protected OrderSource of(ShopId shop, ShopId another) {
    return source;
  }

  @Override
  protected void place(ShopId shop) {
    orders++;
    source.put(
        shop,
        new Order(
            new OrderId(orders),
            Optional.of(Sample.HANA),
            new Order.Origin(
                "#" + orders, Sample.NOON, false, false, Optional.empty(), Optional.empty()),
            new Order.Bill(Optional.empty(), 1, List.of()),
            Order.Progress.heard(Payment.PAID, Optional.empty(), Optional.empty(), Sample.NOON),
            List.of()));
  }

  @Override
  protected void unreachable() {
    source.down(true);
  }
}
