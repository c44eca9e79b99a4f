package dev.musubi.local.shopify.acts;

import dev.musubi.local.shopify.shop.Inventory;
import dev.musubi.local.shopify.shop.Inventory.Level;
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

  /**
   * An event for each location whose stock changed, one if the sum crossed 0, and one for the
   * product; none if everything stays the same.
   */
  static List<Event> to(Shop shop, Item item, Inventory to, Instant now) {
    Inventory from = item.variant().inventory();
    if (from.levels().equals(to.levels())) {
      return List.of();
    }
    Variant changed = item.variant().with(to, now);
    Product product = item.product().withVariants(v -> v.id() == changed.id() ? changed : v, now);
    shop.put(product);
    Item after = new Item(product, changed);
    List<Event> events = new ArrayList<>();
    for (Level level : to.levels()) {
      if (!from.levels().contains(level)) {
        events.add(ProductEvents.inventory(after, level));
      }
    }
    if (from.sum() <= 0 && to.sum() > 0) {
      events.add(ProductEvents.inStock(shop.spec(), after));
    }
    if (from.sum() > 0 && to.sum() <= 0) {
      events.add(ProductEvents.outOfStock(shop.spec(), after));
    }
    events.add(ProductEvents.updated(shop.spec(), product));
    return events;
  }
}
