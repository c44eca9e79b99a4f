package dev.musubi.core.sending;

import dev.musubi.core.shop.ShopId;
import java.time.Instant;

/** Port: figures that alarms watch; none of them names a person. */
public interface Meter {

  /** One intent came to this. */
  void count(Result result);

  /** A shop was paused because LINE does not take its credentials. */
  void paused(ShopId shop);

  /** So many webhooks of a shop had been ended by Shopify and were set up again. */
  void subscriptionsLost(ShopId shop, int count);

  /** So many orders of a shop changed without a webhook that told it. */
  void ordersMissed(ShopId shop, int count);

  /** Something failed that will be tried again. */
  void failed(RuntimeException cause);

  /** A message that is worked on now was put into its queue then. */
  void queued(Instant at);

  /** The batch is over: what was counted is written. */
  void flush();
}
