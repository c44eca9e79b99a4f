package dev.musubi.testkit.contracts;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopTable;
import dev.musubi.testkit.memory.MemoryShopTable;
import java.util.Collection;

class MemoryShopTableTest extends ShopTableContract {

  @Override
  protected ShopTable empty() {
    return new MemoryShopTable("things");
  }

  @Override
  protected void put(ShopTable table, ShopId shop, String thing) {
    ((MemoryShopTable) table).put(shop, thing);
  }

  @Override
  protected Collection<String> held(ShopTable table, ShopId shop) {
    return ((MemoryShopTable) table).of(shop);
  }
}
