package dev.musubi.testkit.memory;

import dev.musubi.core.sending.Pacer;
import dev.musubi.core.shop.ShopId;
import java.util.SortedMap;
import java.util.TreeMap;

/** Never waits, and counts how often it was asked to. */
public final class CountingPacer implements Pacer {

  private final SortedMap<String, Integer> asked = new TreeMap<>();

  @Override
  public synchronized void await(ShopId shop) {
    asked.merge(shop.handle(), 1, Integer::sum);
  }

  public synchronized int asked(ShopId shop) {
    return asked.getOrDefault(shop.handle(), 0);
  }
}
