package dev.musubi.testkit.memory;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ProductSource;
import java.util.List;

/** The products of shops as they were put; counts its reads and can be out of reach. */
public final class MemoryProductSource implements ProductSource {

  private final Shelf<ProductId, ProductFacts> products = new Shelf<>();

  public synchronized void put(ShopId shop, ProductFacts facts) {
    products.put(shop, facts.id(), facts);
  }

  public synchronized void remove(ShopId shop, ProductId product) {
    products.remove(shop, product);
  }

  public synchronized void down(boolean on) {
    products.down(on);
  }

  /** Which products were asked for, call by call. */
  public synchronized List<List<ProductId>> reads() {
    return products.reads();
  }

  @Override
  public synchronized List<ProductFacts> read(ShopId shop, List<ProductId> wanted) {
    return products.read(shop, wanted);
  }
}
