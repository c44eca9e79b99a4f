package dev.musubi.testkit.memory;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.VariantSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variants of shops as they were put, read now; counts its reads and can be out of reach. */
public final class MemoryVariantSource implements VariantSource {

  private record Key(ShopId shop, VariantId variant) {}

  private final InstantSource clock;
  private final Map<Key, VariantFacts> variants = new HashMap<>();
  private final List<List<VariantId>> reads = new ArrayList<>();
  private boolean down;

  public MemoryVariantSource(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized void put(ShopId shop, VariantFacts facts) {
    variants.put(new Key(shop, facts.id()), facts);
  }

  /** Sets how many there are of a variant that was put. */
  public synchronized void stock(ShopId shop, VariantId variant, VariantFacts.Stock stock) {
    VariantFacts known = variants.get(new Key(shop, variant));
    put(
        shop,
        new VariantFacts(
            known.id(),
            known.product(),
            known.item(),
            known.showing(),
            known.offered(),
            stock,
            known.readAt()));
  }

  public synchronized void remove(ShopId shop, VariantId variant) {
    variants.remove(new Key(shop, variant));
  }

  public synchronized void down(boolean on) {
    down = on;
  }

  /** Which variants were asked for, call by call. */
  public synchronized List<List<VariantId>> reads() {
    return List.copyOf(reads);
  }

  @Override
  public synchronized List<VariantFacts> read(ShopId shop, List<VariantId> wanted) {
    Limits.atMost100(wanted);
    reads.add(List.copyOf(wanted));
    if (down) {
      throw new UncheckedIOException(new IOException("Shopify does not answer"));
    }
    return wanted.stream()
        .distinct()
        .flatMap(variant -> Optional.ofNullable(variants.get(new Key(shop, variant))).stream())
        .map(
            facts ->
                new VariantFacts(
                    facts.id(),
                    facts.product(),
                    facts.item(),
                    facts.showing(),
                    facts.offered(),
                    facts.stock(),
                    clock.instant()))
        .toList();
  }
}
