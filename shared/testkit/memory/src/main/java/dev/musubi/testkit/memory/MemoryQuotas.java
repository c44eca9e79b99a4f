package dev.musubi.testkit.memory;

import dev.musubi.core.sending.Quota;
import dev.musubi.core.sending.Quotas;
import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Quotas as they were set; unlimited until then. */
public final class MemoryQuotas implements Quotas {

  private final InstantSource clock;
  private final Map<ShopId, Quota> quotas = new HashMap<>();
  private final Map<ShopId, Instant> exhausted = new HashMap<>();

  public MemoryQuotas(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized void set(ShopId shop, Quota quota) {
    quotas.put(shop, quota);
  }

  @Override
  public synchronized Quota of(ShopId shop) {
    Quota quota = quotas.getOrDefault(shop, Quota.UNLIMITED);
    boolean spent =
        Optional.ofNullable(exhausted.get(shop)).filter(clock.instant()::isBefore).isPresent();
    if (!spent) {
      return quota;
    }
    long limit = quota.limit().orElse(quota.used());
    return new Quota(OptionalLong.of(limit), Math.max(limit, quota.used()));
  }

  @Override
  public synchronized void exhausted(ShopId shop, Instant until) {
    exhausted.put(shop, until);
  }
}
