package dev.musubi.testkit.memory;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Catalogue;
import dev.musubi.core.shopping.CatalogueEntry;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@link Catalogue} in memory. */
public final class MemoryCatalogue implements Catalogue {

  private record Key(ShopId shop, ProductId product) {}

  private record Kept(CatalogueEntry entry, Instant until) {}

  private final InstantSource clock;
  private final Map<Key, Kept> entries = new HashMap<>();

  public MemoryCatalogue(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Map<ProductId, ProductFacts> find(ShopId shop, List<ProductId> products) {
    Limits.atMost100(products);
    Map<ProductId, ProductFacts> found = new LinkedHashMap<>();
    for (ProductId product : products) {
      entry(new Key(shop, product)).facts().ifPresent(facts -> found.put(product, facts));
    }
    return found;
  }

  @Override
  public synchronized void heard(ShopId shop, ProductFacts facts) {
    change(new Key(shop, facts.id()), entry -> entry.heard(facts));
  }

  @Override
  public synchronized void heard(ShopId shop, ProductId product, ProductFacts.VariantStock stock) {
    change(new Key(shop, product), entry -> entry.heard(stock));
  }

  @Override
  public synchronized void gone(ShopId shop, ProductId product, Instant at) {
    change(new Key(shop, product), entry -> entry.gone(at));
  }

  private void change(Key key, UnaryOperator<CatalogueEntry> by) {
    CatalogueEntry stored = entry(key);
    CatalogueEntry next = by.apply(stored);
    if (!next.equals(stored)) {
      entries.put(key, new Kept(next, clock.instant().plus(KEPT)));
    }
  }

  private CatalogueEntry entry(Key key) {
    return Optional.ofNullable(entries.get(key))
        .filter(kept -> kept.until().isAfter(clock.instant()))
        .map(Kept::entry)
        .orElse(CatalogueEntry.NONE);
  }
}
