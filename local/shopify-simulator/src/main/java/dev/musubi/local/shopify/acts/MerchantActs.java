package dev.musubi.local.shopify.acts;

import dev.musubi.local.shopify.shop.ActRefused;
import dev.musubi.local.shopify.shop.Inventory;
import dev.musubi.local.shopify.shop.Item;
import dev.musubi.local.shopify.shop.Location;
import dev.musubi.local.shopify.shop.Product;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import dev.musubi.local.shopify.shop.Variant;
import dev.musubi.local.shopify.webhook.Caused;
import dev.musubi.local.shopify.webhook.ProductEvents;
import dev.musubi.local.shopify.webhook.ShopEvents;
import dev.musubi.local.shopify.webhook.Webhooks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the merchant does in the admin. */
public final class MerchantActs {
  private final Shops shops;
  private final Webhooks webhooks;

  public MerchantActs(Shops shops, Webhooks webhooks) {
    this.shops = shops;
    this.webhooks = webhooks;
  }

  /** The sum over all locations, all of it at the first. */
  public Caused stock(String handle, String product, int to) {
    return stock(handle, product, inventory -> inventory.all(to));
  }

  /** At one location: by its label, name or number. */
  public Caused stock(String handle, String product, String location, int to) {
    return shops.in(
        handle,
        shop -> {
          Location there = Location.named(shop.spec().market(), location);
          return stock(handle, product, inventory -> inventory.at(there.id(), to));
        });
  }

  private Caused stock(String handle, String product, UnaryOperator<Inventory> change) {
    return shops.in(
        handle,
        shop -> {
          Item item = shop.item(product);
          Inventory to = change.apply(item.variant().inventory());
          return webhooks.send(shop, StockChange.to(shop, item, to, shops.now()));
        });
  }

  /** Whether stock is counted at all, and whether it sells on below 0; empty leaves it as it is. */
  public Caused selling(
      String handle, String product, Optional<Boolean> tracked, Optional<Boolean> oversold) {
    return shops.in(
        handle,
        shop -> {
          Item item = shop.item(product);
          Inventory from = item.variant().inventory();
          Inventory to =
              from.selling(tracked.orElse(from.tracked()), oversold.orElse(from.oversold()));
          return from.equals(to)
              ? webhooks.send(shop, List.of())
              : change(shop, item, variant -> variant.with(to, shops.now()));
        });
  }

  private Caused change(Shop shop, Item item, UnaryOperator<Variant> change) {
    long variant = item.variant().id();
    return update(
        shop,
        item.product().withVariants(v -> v.id() == variant ? change.apply(v) : v, shops.now()));
  }

  public Caused price(String handle, String product, BigDecimal to) {
    return shops.in(
        handle,
        shop -> {
          Item item = shop.item(product);
          boolean same = item.variant().price().compareTo(to) == 0;
          return same
              ? webhooks.send(shop, List.of())
              : change(shop, item, variant -> variant.withPrice(to, shops.now()));
        });
  }

  public Caused publish(String handle, String product) {
    return publish(handle, product, true);
  }

  public Caused unpublish(String handle, String product) {
    return publish(handle, product, false);
  }

  private Caused publish(String handle, String product, boolean published) {
    return shops.in(
        handle,
        shop -> {
          Product known = shop.item(product).product();
          Instant now = shops.now();
          return known.published() == published
              ? webhooks.send(shop, List.of())
              : update(shop, known.withPublishedAt(Optional.of(now).filter(at -> published), now));
        });
  }

  private Caused update(Shop shop, Product product) {
    shop.put(product);
    return webhooks.send(shop, List.of(ProductEvents.updated(shop.spec(), product)));
  }

  /** Removes the app; its tokens die at once. Opening the shop again installs it again. */
  public Caused uninstall(String handle) {
    return shops.in(
        handle,
        shop -> {
          Caused caused = webhooks.send(shop, List.of(ShopEvents.uninstalled(shop.spec())));
          shop.uninstalled();
          return caused;
        });
  }

  /**
   * Shopify's request to forget a shop that removed the app, which comes 48 hours after that.
   *
   * @see <a href="https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance">Shopify:
   *     privacy law compliance</a>
   */
  public Caused redactShop(String handle) {
    return shops.in(
        handle,
        shop -> {
          if (shop.installed()) {
            throw new ActRefused("the app is installed: only a shop that removed it is redacted");
          }
          return webhooks.send(shop, List.of(ShopEvents.redact(shop.spec())));
        });
  }
}
