package dev.musubi.testkit.contracts;

import dev.musubi.core.sending.Quota;
import dev.musubi.core.sending.Quotas;
import dev.musubi.core.shop.ShopId;
import dev.musubi.testkit.memory.MemoryQuotas;
import java.time.InstantSource;
import java.util.OptionalLong;

class MemoryQuotasTest extends QuotasContract {

  @Override
  protected Quotas limited(ShopId shop, long limit, ShopId unlimited, InstantSource clock) {
    MemoryQuotas quotas = new MemoryQuotas(clock);
    quotas.set(shop, new Quota(OptionalLong.of(limit), 0));
    return quotas;
  }
}
