package dev.musubi.inboundshopify;

import dev.musubi.core.people.Links;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderSource;
import java.time.Instant;
import java.util.Optional;

/** Another source's orders but those of who was erased: nothing may be kept of them. */
record RememberedOrders(OrderSource source, Links links) implements OrderSource {

  @Override
  public Optional<Order> read(ShopId shop, OrderId order) {
    return source
        .read(shop, order)
        .filter(read -> read.customer().filter(one -> links.erased(shop, one)).isEmpty());
  }

  @Override
  public Page changed(ShopId shop, Instant since, Optional<String> after) {
    return source.changed(shop, since, after);
  }
}
