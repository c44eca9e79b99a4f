package dev.musubi.core.reminding;

import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.StockWork;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.InventoryItemId;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.Restocks;
import dev.musubi.core.shopping.ShopSignal;
import dev.musubi.core.shopping.VariantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Hears of stock. What nobody waits for ends here; what is stored is scheduled after that, so that
 * dying in between is made good by the same signal coming again.
 */
public final class StockNews {

  private static final int BATCH = 100;

  private final Restocks restocks;
  private final Outbox outbox;
  private final InstantSource clock;

  public StockNews(Restocks restocks, Outbox outbox, InstantSource clock) {
    this.restocks = restocks;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A variant came in stock or ran out. */
  public void hear(ShopId shop, ShopSignal.StockHeard heard) {
    VariantId variant = heard.stock().id();
    boolean in = heard.stock().sellable();
    restocks
        .change(shop, variant, r -> in ? r.heardIn(heard.at()) : r.heardOut(heard.at()))
        .flatMap(Restock::due)
        .ifPresent(due -> outbox.at(due, new StockWork.Tell(shop, variant)));
  }

  /** Stock moved somewhere: watched variants are marked, to be read together in a moment. */
  public void moved(ShopId shop, List<ShopSignal.InventoryMoved> signals) {
    SortedMap<InventoryItemId, Instant> latest = new TreeMap<>();
    signals.forEach(s -> latest.merge(s.item(), s.at(), (a, b) -> a.isAfter(b) ? a : b));
    List<InventoryItemId> items = List.copyOf(latest.keySet());
    boolean marked = false;
    for (int from = 0; from < items.size(); from += BATCH) {
      List<InventoryItemId> some = items.subList(from, Math.min(from + BATCH, items.size()));
      Map<InventoryItemId, VariantId> watched = restocks.watched(shop, some);
      marked |= !watched.isEmpty();
      watched.forEach(
          (item, variant) -> restocks.mark(shop, new Restocks.Moved(variant, latest.get(item))));
    }
    if (marked) {
      outbox.at(clock.instant(), new StockWork.Read(shop));
    }
  }
}
