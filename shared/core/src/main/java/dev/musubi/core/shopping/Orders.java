package dev.musubi.core.shopping;

import dev.musubi.core.people.PersonalData;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: what is known of orders and their parcels, kept for 90 days after they were last heard. */
public interface Orders extends PersonalData {

  Duration KEPT = Duration.ofDays(90);

  /** Merges what was heard with what is stored; answers what stands then. */
  Order heard(ShopId shop, Order order);

  /** The same for one parcel; of an order that is not known nothing is kept. */
  Optional<Order> heard(ShopId shop, OrderId order, Parcel parcel);

  /** What the order reached is handed on; of an order that is gone nothing is kept. */
  void handedOn(ShopId shop, Order order);

  /** Consistent: at most 100 orders; those that are not known are absent. */
  Map<OrderId, Order> find(ShopId shop, List<OrderId> orders);

  /** Up to when Shopify's orders were looked through, if they ever were; kept for ever. */
  Optional<Instant> lookedThrough(ShopId shop);

  void lookedThrough(ShopId shop, Instant upTo);
}
