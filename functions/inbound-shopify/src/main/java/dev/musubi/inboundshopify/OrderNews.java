package dev.musubi.inboundshopify;

import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.ServiceNotices;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderSource;
import dev.musubi.core.shopping.Orders;
import dev.musubi.core.shopping.Parcel;
import dev.musubi.core.shopping.Purchases;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what is heard of orders and hands on the messages that follow. First what is known is
 * stored, then the messages are queued, last it is noted that they were: whoever dies in between
 * queues them again, under the same names.
 */
final class OrderNews {

  private final Shops shops;
  private final Orders orders;
  private final Purchases purchases;
  private final OrderSource source;
  private final Outbox outbox;
  private final InstantSource clock;

  OrderNews(
      Shops shops,
      Orders orders,
      Purchases purchases,
      OrderSource source,
      Outbox outbox,
      InstantSource clock) {
    this.shops = shops;
    this.orders = orders;
    this.purchases = purchases;
    this.source = source;
    this.outbox = outbox;
    this.clock = clock;
  }

  void heard(ShopId shop, Order order) {
    Order standing = orders.heard(shop, order);
    standing.purchase().ifPresent(purchase -> purchases.record(shop, purchase));
    handOn(shop, standing);
  }

  /** A fulfilment does not say whose it is: an order that is not known is read once. */
  void heard(ShopId shop, OrderId order, Parcel parcel) {
    Optional<Order> standing = orders.heard(shop, order, parcel);
    if (standing.isPresent()) {
      handOn(shop, standing.get());
    } else {
      source.read(shop, order).ifPresent(read -> heard(shop, read.with(parcel)));
    }
  }

  void named(ShopId shop, OrderId order) {
    source.read(shop, order).ifPresent(read -> heard(shop, read));
  }

  private void handOn(ShopId id, Order order) {
    Optional<Shop> shop = order.hasNews() ? shops.find(id) : Optional.empty();
    if (shop.isPresent()) {
      List<SendIntent> notices = ServiceNotices.of(shop.get(), order, clock.instant());
      if (!notices.isEmpty()) {
        outbox.now(notices);
      }
      orders.handedOn(id, order);
    }
  }
}
