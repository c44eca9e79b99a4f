package dev.musubi.core.shopping;

import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Port: the variants that somebody waits for, found by variant and by what Shopify counts of them,
 * and which of them moved since they were last read; kept for 400 days after the last change.
 */
public interface Restocks {

  Duration KEPT = Duration.ofDays(400);

  /** How long a variant's stock is heard of at least after it was watched. */
  Duration WATCHED = Duration.ofHours(1);

  /** Consistent: at most 100 variants; those that nobody ever waited for are absent. */
  Map<VariantId, Restock> find(ShopId shop, List<VariantId> variants);

  /** Consistent. */
  default Optional<Restock> find(ShopId shop, VariantId variant) {
    return Optional.ofNullable(find(shop, List.of(variant)).get(variant));
  }

  /** Hears of the variant's stock from now on; answers what is stored with what was read. */
  Restock watch(ShopId shop, VariantFacts facts, Instant now);

  /**
   * Changes what is stored, as often as others come between; answers what stands then, or nothing
   * of a variant that nobody ever waited for.
   */
  Optional<Restock> change(ShopId shop, VariantId variant, UnaryOperator<Restock> by);

  /** Those of at most 100 inventory items that are watched; may be stale by seconds. */
  Map<InventoryItemId, VariantId> watched(ShopId shop, List<InventoryItemId> items);

  /** Stops hearing of an item, unless it was watched within {@link #WATCHED}. */
  void forget(ShopId shop, InventoryItemId item, Instant now);

  /** Something happened to the variant's stock; of several times the latest is kept. */
  void mark(ShopId shop, Moved moved);

  /** Consistent: at most that many marked variants. */
  List<Moved> marked(ShopId shop, int limit);

  /** Takes the mark off, unless a later one has taken its place. */
  void unmark(ShopId shop, Moved moved);

  /** A variant whose stock moved, and when last, in milliseconds. */
  record Moved(VariantId variant, Instant at) {
    public Moved {
      Objects.requireNonNull(variant, "'variant' must not be null");
      at = at.truncatedTo(ChronoUnit.MILLIS);
    }
  }
}
