package dev.musubi.local.shopify.acts;

import dev.musubi.local.shopify.shop.ActRefused;
import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Fulfillment;
import dev.musubi.local.shopify.shop.Item;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.Product;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import dev.musubi.local.shopify.webhook.Caused;
import dev.musubi.local.shopify.webhook.Event;
import dev.musubi.local.shopify.webhook.FulfillmentEvents;
import dev.musubi.local.shopify.webhook.OrderEvents;
import dev.musubi.local.shopify.webhook.ProductEvents;
import dev.musubi.local.shopify.webhook.ShopEvents;
import dev.musubi.local.shopify.webhook.Webhooks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the merchant does in the admin. */
public final class MerchantActs {
  private final Shops shops;
  private final Webhooks webhooks;

  public MerchantActs(Shops shops, Webhooks webhooks) {
    this.shops = shops;
    this.webhooks = webhooks;
  }

  public Caused stock(String handle, String product, int to) {
    return shops.in(
        handle,
        shop -> webhooks.send(shop, StockChange.to(shop, shop.item(product), to, shops.now())));
  }

  public Caused price(String handle, String product, BigDecimal to) {
    return shops.in(
        handle,
        shop -> {
          Item item = shop.item(product);
          long variant = item.variant().id();
          Instant now = shops.now();
          boolean same = item.variant().price().compareTo(to) == 0;
          return same
              ? webhooks.send(shop, List.of())
              : update(
                  shop,
                  item.product()
                      .withVariants(v -> v.id() == variant ? v.withPrice(to, now) : v, now));
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

  /**
   * Ships the newest order that still waits for it: the customer's, or the shop's if the customer
   * has none.
   */
  public Caused ship(String handle, Optional<Long> customer) {
    return shops.in(
        handle,
        shop -> {
          Order order =
              newest(shop, customer, Order::awaitsShipping)
                  .or(() -> newest(shop, Optional.empty(), Order::awaitsShipping))
                  .orElseThrow(() -> new ActRefused("no order waits for shipping"));
          long id = shops.identifiers().number();
          Fulfillment parcel = new Fulfillment(id, 1, Long.toString(id), shops.now());
          Order shipped = order.shipped(parcel);
          shop.put(shipped);
          Optional<Customer> buyer = shop.findCustomer(order.customerId());
          Event event = FulfillmentEvents.created(shop.spec(), shipped, parcel, buyer);
          return webhooks.send(shop, List.of(event));
        });
  }

  /** Cancels the newest order, of the customer if one is given. The stock stays down. */
  public Caused cancelOrder(String handle, Optional<Long> customer) {
    return shops.in(
        handle,
        shop -> {
          Order cancelled =
              newest(shop, customer, order -> order.cancelledAt().isEmpty())
                  .orElseThrow(() -> new ActRefused("there is no order to cancel"))
                  .cancelled(shops.now());
          shop.put(cancelled);
          Optional<Customer> buyer = shop.findCustomer(cancelled.customerId());
          return webhooks.send(shop, List.of(OrderEvents.cancelled(shop.spec(), cancelled, buyer)));
        });
  }

  private static Optional<Order> newest(
      Shop shop, Optional<Long> customer, Predicate<Order> which) {
    return shop.orders().reversed().stream()
        .filter(order -> customer.isEmpty() || customer.get() == order.customerId())
        .filter(which)
        .findFirst();
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
}
