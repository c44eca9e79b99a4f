package dev.musubi.testkit.memory;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.VariantSource;
import java.time.InstantSource;
import java.util.List;

/** The variants of shops as they were put, read now; counts its reads and can be out of reach. */
public final class MemoryVariantSource implements VariantSource {

  private final InstantSource clock;
  private final Shelf<VariantId, VariantFacts> variants = new Shelf<>();

  public MemoryVariantSource(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized void put(ShopId shop, VariantFacts facts) {
    variants.put(shop, facts.id(), facts);
  }

  /** Sets how many there are of a variant that was put. */
  public synchronized void stock(ShopId shop, VariantId variant, VariantFacts.Stock stock) {
    VariantFacts known = variants.get(shop, variant);
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
    variants.remove(shop, variant);
  }

  public synchronized void down(boolean on) {
    variants.down(on);
  }

  /** Which variants were asked for, call by call. */
  public synchronized List<List<VariantId>> reads() {
    return variants.reads();
  }

  @Override
  public synchronized List<VariantFacts> read(ShopId shop, List<VariantId> wanted) {
    return variants.read(shop, wanted).stream()
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
