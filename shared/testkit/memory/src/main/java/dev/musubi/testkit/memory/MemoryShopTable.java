package dev.musubi.testkit.memory;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@link ShopTable} in memory: names of things of many shops, a few a page. */
public final class MemoryShopTable implements ShopTable {

  private static final int PAGE = 3;

  private final String name;
  private final SortedMap<String, ShopId> things = new TreeMap<>();

  public MemoryShopTable(String name) {
    this.name = name;
  }

  public synchronized void put(ShopId shop, String thing) {
    things.put(shop + "#" + thing, shop);
  }

  /** What is there of the shop. */
  public synchronized SortedSet<String> of(ShopId shop) {
    SortedSet<String> of = new TreeSet<>();
    things.forEach(
        (thing, owner) -> {
          if (owner.equals(shop)) {
            of.add(thing);
          }
        });
    return of;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized Wiped wipe(ShopId shop, Optional<String> position) {
    List<String> rest =
        new ArrayList<>(position.map(p -> things.tailMap(p + "\0")).orElse(things).keySet());
    List<String> page = rest.subList(0, Math.min(PAGE, rest.size()));
    List<String> mine = page.stream().filter(thing -> things.get(thing).equals(shop)).toList();
    Optional<String> next = rest.size() > PAGE ? Optional.of(page.getLast()) : Optional.empty();
    mine.forEach(things::remove);
    return new Wiped(mine.size(), next);
  }
}
