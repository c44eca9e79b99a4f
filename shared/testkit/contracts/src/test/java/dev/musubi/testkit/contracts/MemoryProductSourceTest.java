package dev.musubi.testkit.contracts;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductSource;
import dev.musubi.testkit.memory.MemoryProductSource;
import java.util.List;

class MemoryProductSourceTest extends ProductSourceContract {

  private final MemoryProductSource source = new MemoryProductSource();

  @Override
  protected ProductSource selling(ShopId shop, List<ProductFacts> products, ShopId another) {
    products.forEach(product -> source.put(shop, product));
    return source;
  }

  @Override
  protected void unreachable() {
    source.down(true);
  }
}
