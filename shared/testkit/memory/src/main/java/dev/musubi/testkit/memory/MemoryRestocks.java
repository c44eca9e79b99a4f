package dev.musubi.testkit.memory;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.InventoryItemId;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.Restocks;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** {@link Restocks} in memory; nothing is ever stale. */
public final class MemoryRestocks implements Restocks {

  private record VariantKey(ShopId shop, VariantId variant) {}

  private record ItemKey(ShopId shop, InventoryItemId item) {}

  private record Kept(Restock restock, Instant until) {}

  private record Watched(VariantId variant, Instant at) {}

  private final InstantSource clock;
  private final Map<VariantKey, Kept> restocks = new HashMap<>();
  private final Map<ItemKey, Watched> items = new HashMap<>();
  private final Map<VariantKey, Moved> marks = new HashMap<>();

  public MemoryRestocks(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Map<VariantId, Restock> find(ShopId shop, List<VariantId> variants) {
    Limits.atMost100(variants);
    Map<VariantId, Restock> found = new TreeMap<>();
    variants.forEach(
        variant -> stored(shop, variant).ifPresent(restock -> found.put(variant, restock)));
    return found;
  }

  @Override
  public synchronized Restock watch(ShopId shop, VariantFacts facts, Instant now) {
    items.put(new ItemKey(shop, facts.item()), new Watched(facts.id(), now));
    Restock next =
        stored(shop, facts.id()).map(r -> r.read(facts)).orElseGet(() -> Restock.of(facts));
    keep(shop, next);
    return next;
  }

  @Override
  public synchronized Optional<Restock> change(
      ShopId shop, VariantId variant, UnaryOperator<Restock> by) {
    Optional<Restock> stored = stored(shop, variant);
    Optional<Restock> next = stored.map(by);
    if (!next.equals(stored)) {
      keep(shop, next.orElseThrow());
    }
    return next;
  }

  @Override
  public synchronized Map<InventoryItemId, VariantId> watched(
      ShopId shop, List<InventoryItemId> wanted) {
    Limits.atMost100(wanted);
    Map<InventoryItemId, VariantId> found = new TreeMap<>();
    wanted.forEach(
        item ->
            Optional.ofNullable(items.get(new ItemKey(shop, item)))
                .filter(watched -> watched.at().plus(KEPT).isAfter(clock.instant()))
                .ifPresent(watched -> found.put(item, watched.variant())));
    return found;
  }

  @Override
  public synchronized void forget(ShopId shop, InventoryItemId item, Instant now) {
    Instant lately = now.minus(WATCHED);
    items.computeIfPresent(
        new ItemKey(shop, item), (key, watched) -> watched.at().isBefore(lately) ? null : watched);
  }

  @Override
  public synchronized void mark(ShopId shop, Moved moved) {
    marks.merge(
        new VariantKey(shop, moved.variant()), moved, (a, b) -> b.at().isAfter(a.at()) ? b : a);
  }

  @Override
  public synchronized List<Moved> marked(ShopId shop, int limit) {
    return marks.entrySet().stream()
        .filter(entry -> entry.getKey().shop().equals(shop))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparing(Moved::variant))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void unmark(ShopId shop, Moved moved) {
    marks.remove(new VariantKey(shop, moved.variant()), moved);
  }

  private Optional<Restock> stored(ShopId shop, VariantId variant) {
    return Optional.ofNullable(restocks.get(new VariantKey(shop, variant)))
        .filter(kept -> kept.until().isAfter(clock.instant()))
        .map(Kept::restock);
  }

  private void keep(ShopId shop, Restock restock) {
    restocks.put(
        new VariantKey(shop, restock.facts().id()), new Kept(restock, clock.instant().plus(KEPT)));
  }
}
