package dev.musubi.testkit.memory;

import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Secrets as they were put; {@link #busy} makes every unknown shop wait. */
public final class MemoryShopSecrets implements ShopSecrets {

  private final Map<ShopId, Secrets> secrets = new HashMap<>();
  private boolean busy;

  public synchronized void put(ShopId shop, Secrets of) {
    secrets.put(shop, of);
  }

  public synchronized void remove(ShopId shop) {
    secrets.remove(shop);
  }

  public synchronized void busy(boolean on) {
    busy = on;
  }

  @Override
  public synchronized Lookup of(ShopId shop) {
    return Optional.ofNullable(secrets.get(shop))
        .<Lookup>map(Lookup.Found::new)
        .orElseGet(() -> busy ? new Lookup.Busy() : new Lookup.Unknown());
  }
}
