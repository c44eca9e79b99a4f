package dev.musubi.core.sending;

import dev.musubi.core.shop.ShopId;
import java.time.Instant;

/** Port: a shop's monthly quota at LINE, cached for minutes. */
public interface Quotas {

  Quota of(ShopId shop);

  /** LINE said that the limit is reached: until then the quota counts as used up. */
  void exhausted(ShopId shop, Instant until);
}
