package dev.musubi.testkit.memory;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ProductSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The products of shops as they were put; counts its reads and can be out of reach. */
public final class MemoryProductSource implements ProductSource {

  private record Key(ShopId shop, ProductId product) {}

  private final Map<Key, ProductFacts> products = new HashMap<>();
  private final List<List<ProductId>> reads = new ArrayList<>();
  private boolean down;

  public synchronized void put(ShopId shop, ProductFacts facts) {
    products.put(new Key(shop, facts.id()), facts);
  }

  public synchronized void remove(ShopId shop, ProductId product) {
    products.remove(new Key(shop, product));
  }

  public synchronized void down(boolean on) {
    down = on;
  }

  /** Which products were asked for, call by call. */
  public synchronized List<List<ProductId>> reads() {
    return List.copyOf(reads);
  }

  @Override
  public synchronized List<ProductFacts> read(ShopId shop, List<ProductId> wanted) {
    Limits.atMost100(wanted);
    reads.add(List.copyOf(wanted));
    if (down) {
      throw new UncheckedIOException(new IOException("Shopify does not answer"));
    }
    return wanted.stream()
        .distinct()
        .flatMap(product -> Optional.ofNullable(products.get(new Key(shop, product))).stream())
        .toList();
  }
}
