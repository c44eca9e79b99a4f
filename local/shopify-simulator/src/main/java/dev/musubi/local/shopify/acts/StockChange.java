package dev.musubi.local.shopify.acts;

import dev.musubi.local.shopify.shop.Item;
import dev.musubi.local.shopify.shop.Product;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Variant;
import dev.musubi.local.shopify.webhook.Event;
import dev.musubi.local.shopify.webhook.ProductEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A changed stock with everything that Shopify tells of it. */
final class StockChange {
  private StockChange() {}

  /** No events if the stock stays the same. */
  static List<Event> to(Shop shop, Item item, int to, Instant now) {
    int from = item.variant().stock();
    if (from == to) {
      return List.of();
    }
    Variant changed = item.variant().withStock(to, now);
    Product product = item.product().withVariants(v -> v.id() == changed.id() ? changed : v, now);
    shop.put(product);
    Item after = new Item(product, changed);
    List<Event> events = new ArrayList<>();
    events.add(ProductEvents.inventory(after));
    if (from == 0) {
      events.add(ProductEvents.inStock(shop.spec(), after));
    }
    if (to == 0) {
      events.add(ProductEvents.outOfStock(shop.spec(), after));
    }
    events.add(ProductEvents.updated(shop.spec(), product));
    return events;
  }
}
