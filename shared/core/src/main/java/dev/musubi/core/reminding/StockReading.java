package dev.musubi.core.reminding;

import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.StockWork;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.Restocks;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.VariantSource;
import dev.musubi.core.shopping.Watches;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the stock of the variants that moved, a hundred a call. A mark goes last, after what it led
 * to is stored and scheduled.
 */
public final class StockReading {

  private static final int BATCH = 100;

  private final Restocks restocks;
  private final Watches watches;
  private final VariantSource source;
  private final Outbox outbox;
  private final InstantSource clock;

  public StockReading(
      Restocks restocks,
      Watches watches,
      VariantSource source,
      Outbox outbox,
      InstantSource clock) {
    this.restocks = restocks;
    this.watches = watches;
    this.source = source;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Works until no variant is marked, or {@code until}: the rest is scheduled then. */
  public void work(StockWork.Read work, Instant until) {
    ShopId shop = work.shop();
    for (List<Restocks.Moved> marked = restocks.marked(shop, BATCH);
        !marked.isEmpty();
        marked = restocks.marked(shop, BATCH)) {
      if (!clock.instant().isBefore(until)) {
        outbox.at(clock.instant(), work);
        return;
      }
      List<Restocks.Moved> wanted = new ArrayList<>();
      for (Restocks.Moved moved : marked) {
        if (!idle(shop, moved.variant())) {
          wanted.add(moved);
        }
      }
      read(shop, wanted);
      marked.forEach(moved -> restocks.unmark(shop, moved));
    }
  }

  /** Whether nobody waits for it any more: then it is not heard of either. */
  private boolean idle(ShopId shop, VariantId variant) {
    if (!watches.line(shop, variant, Optional.empty(), 1).isEmpty()) {
      return false;
    }
    restocks
        .find(shop, variant)
        .ifPresent(r -> restocks.forget(shop, r.facts().item(), clock.instant()));
    return true;
  }

  private void read(ShopId shop, List<Restocks.Moved> moved) {
    List<VariantId> variants = moved.stream().map(Restocks.Moved::variant).toList();
    List<VariantFacts> read = variants.isEmpty() ? List.of() : source.read(shop, variants);
    Instant now = clock.instant();
    for (VariantId variant : variants) {
      Optional<VariantFacts> facts = read.stream().filter(f -> f.id().equals(variant)).findFirst();
      restocks
          .change(shop, variant, r -> facts.map(r::read).orElseGet(() -> r.heardOut(now)))
          .flatMap(Restock::due)
          .ifPresent(due -> outbox.at(due, new StockWork.Tell(shop, variant)));
    }
  }
}
