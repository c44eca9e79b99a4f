package dev.musubi.testkit.memory;

import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shop.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@link Shops} in memory; nothing is ever stale. */
public final class MemoryShops implements Shops {

  private final SortedMap<String, Shop> shops = new TreeMap<>();

  @Override
  public synchronized Optional<Shop> find(ShopId shop) {
    return Optional.ofNullable(shops.get(shop.handle()));
  }

  @Override
  public synchronized Map<ShopId, Shop> find(List<ShopId> wanted) {
    return wanted.stream()
        .distinct()
        .flatMap(id -> find(id).stream())
        .collect(Collectors.toMap(Shop::id, shop -> shop));
  }

  @Override
  public synchronized Saved save(Shop next) {
    Version stored = find(next.id()).map(Shop::version).orElse(Version.NONE);
    if (!stored.equals(next.version())) {
      return Saved.LOST;
    }
    shops.put(next.id().handle(), next.with(stored.next()));
    return Saved.DONE;
  }

  @Override
  public synchronized List<ShopId> due(Instant now, int limit) {
    return shops.values().stream()
        .filter(shop -> shop.dueAt().filter(at -> !at.isAfter(now)).isPresent())
        .sorted(Comparator.comparing(shop -> shop.dueAt().orElseThrow()))
        .map(Shop::id)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void remove(ShopId shop) {
    shops.remove(shop.handle());
  }
}
