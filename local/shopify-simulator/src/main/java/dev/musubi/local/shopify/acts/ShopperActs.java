package dev.musubi.local.shopify.acts;

import dev.musubi.local.shopify.shop.ActRefused;
import dev.musubi.local.shopify.shop.Checkout;
import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Identifiers;
import dev.musubi.local.shopify.shop.Item;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import dev.musubi.local.shopify.webhook.Caused;
import dev.musubi.local.shopify.webhook.CheckoutEvents;
import dev.musubi.local.shopify.webhook.Event;
import dev.musubi.local.shopify.webhook.OrderEvents;
import dev.musubi.local.shopify.webhook.Webhooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What shoppers do: fill a checkout, buy. Nobody can buy what is not there. */
public final class ShopperActs {
  private final Shops shops;
  private final Webhooks webhooks;

  public ShopperActs(Shops shops, Webhooks webhooks) {
    this.shops = shops;
    this.webhooks = webhooks;
  }

  /** Adds to the customer's open checkout, or opens one. */
  public Caused cart(String handle, long customer, String product, int quantity) {
    return shops.in(
        handle,
        shop -> {
          Customer person = shop.customer(customer);
          Item item = shop.item(product);
          Optional<Checkout> open = shop.openCheckout(customer);
          int already = open.map(c -> c.quantity(item.variant().id())).orElse(0);
          requireStock(item, already + quantity);
          Checkout checkout =
              open.orElseGet(() -> opened(customer, shops.now()))
                  .adding(item.line(quantity), shops.now());
          shop.put(checkout);
          Event event =
              open.isPresent()
                  ? CheckoutEvents.updated(shop.spec(), checkout, person)
                  : CheckoutEvents.created(shop.spec(), checkout, person);
          return webhooks.send(shop, List.of(event));
        });
  }

  private Checkout opened(long customer, Instant now) {
    Identifiers identifiers = shops.identifiers();
    return new Checkout(
        identifiers.token(),
        identifiers.token(),
        identifiers.token(),
        customer,
        List.of(),
        now,
        now,
        Optional.empty());
  }

  /**
   * Buys and pays. It completes the customer's open checkout if that holds the product, and is a
   * checkout of its own otherwise ("buy it now"), which leaves the open one open.
   */
  public Caused buy(String handle, long customer, String product, int quantity) {
    return shops.in(
        handle,
        shop -> {
          Customer person = shop.customer(customer);
          Item item = shop.item(product);
          requireStock(item, quantity);
          Instant now = shops.now();
          Optional<Checkout> open =
              shop.openCheckout(customer).filter(c -> c.holds(item.variant().id()));
          Checkout checkout = open.orElseGet(() -> opened(customer, now));
          Order order = order(shop, checkout, item, quantity, now);
          shop.put(order);
          List<Event> events = new ArrayList<>();
          events.add(OrderEvents.created(shop.spec(), order, Optional.of(person)));
          events.add(OrderEvents.paid(shop.spec(), order, Optional.of(person)));
          open.map(c -> c.completed(now))
              .ifPresent(
                  completed -> {
                    shop.put(completed);
                    events.add(CheckoutEvents.updated(shop.spec(), completed, person));
                  });
          int left = item.variant().stock() - quantity;
          events.addAll(StockChange.to(shop, item, left, now));
          return webhooks.send(shop, events);
        });
  }

  private Order order(Shop shop, Checkout checkout, Item item, int quantity, Instant now) {
    return new Order(
        shops.identifiers().number(),
        shop.nextOrderNumber(),
        checkout.customerId(),
        List.of(item.line(quantity)),
        checkout.token(),
        checkout.cartToken(),
        now,
        now,
        Optional.empty(),
        List.of());
  }

  private static void requireStock(Item item, int quantity) {
    String handle = item.product().handle();
    if (!item.product().published()) {
      throw new ActRefused("'" + handle + "' is not published");
    }
    if (quantity > item.variant().stock()) {
      throw new ActRefused("only " + item.variant().stock() + " of '" + handle + "' are left");
    }
  }
}
