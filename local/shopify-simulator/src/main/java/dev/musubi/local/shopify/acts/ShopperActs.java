package dev.musubi.local.shopify.acts;

import dev.musubi.local.shopify.shop.ActRefused;
import dev.musubi.local.shopify.shop.Checkout;
import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Identifiers;
import dev.musubi.local.shopify.shop.Inventory;
import dev.musubi.local.shopify.shop.Item;
import dev.musubi.local.shopify.shop.Line;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.OrderOrigin;
import dev.musubi.local.shopify.shop.OrderOrigin.CheckoutTokens;
import dev.musubi.local.shopify.shop.SalesChannel;
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
          Item item = shop.item(product);
          int already =
              shop.openCheckout(customer).map(c -> c.quantity(item.variant().id())).orElse(0);
          return put(shop, shop.customer(customer), item, already + quantity);
        });
  }

  /** Puts so many of a product into the open checkout, in place of what there was; 0 is none. */
  public Caused quantity(String handle, long customer, String product, int quantity) {
    return shops.in(
        handle, shop -> put(shop, shop.customer(customer), shop.item(product), quantity));
  }

  private Caused put(Shop shop, Customer person, Item item, int quantity) {
    if (quantity > 0) {
      requireStock(item, quantity);
    }
    Optional<Checkout> open = shop.openCheckout(person.id());
    if (open.isEmpty() && quantity == 0) {
      throw new ActRefused("there is no open checkout");
    }
    Instant now = shops.now();
    Checkout checkout =
        open.orElseGet(() -> opened(person.id(), now))
            .with(item.variant().id(), item.line(Math.max(1, quantity)).of(quantity), now);
    shop.put(checkout);
    return webhooks.send(
        shop,
        List.of(
            open.isPresent()
                ? CheckoutEvents.updated(shop.spec(), checkout, person)
                : CheckoutEvents.created(shop.spec(), checkout, person)));
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

  /** Buys and pays by card. */
  public Caused buy(String handle, long customer, String product, int quantity) {
    return buy(handle, customer, Purchase.of(product, quantity));
  }

  /**
   * Buys. It completes the customer's open checkout if that holds the product, and is a checkout of
   * its own otherwise ("buy it now"), which leaves the open one open.
   */
  public Caused buy(String handle, long customer, Purchase purchase) {
    return shops.in(handle, shop -> buy(shop, shop.customer(customer), purchase));
  }

  private Caused buy(Shop shop, Customer person, Purchase purchase) {
    Optional<Checkout> open = completedBy(shop, person, purchase);
    List<Line> lines = lines(shop, open, purchase);
    lines.forEach(line -> requireStock(item(shop, line), line.quantity()));
    Instant now = shops.now();
    Order order = order(shop, person, lines, origin(open, person, purchase), now);
    shop.put(order);
    List<Event> events = new ArrayList<>();
    events.add(OrderEvents.created(shop.spec(), order, Optional.of(person)));
    if (purchase.payment().atOnce()) {
      events.add(OrderEvents.paid(shop.spec(), order, Optional.of(person)));
    }
    open.map(c -> c.completed(now))
        .ifPresent(
            completed -> {
              shop.put(completed);
              events.add(CheckoutEvents.updated(shop.spec(), completed, person));
            });
    for (Line line : lines) {
      Item item = item(shop, line);
      events.addAll(StockChange.to(shop, item, taken(item, line.quantity()), now));
    }
    return webhooks.send(shop, events);
  }

  private static Optional<Checkout> completedBy(Shop shop, Customer person, Purchase purchase) {
    if (purchase.apart() || purchase.channel() == SalesChannel.POS) {
      return Optional.empty();
    }
    return shop.openCheckout(person.id())
        .filter(
            open ->
                purchase
                    .product()
                    .map(p -> open.holds(shop.item(p).variant().id()))
                    .orElse(!open.lines().isEmpty()));
  }

  private static List<Line> lines(Shop shop, Optional<Checkout> open, Purchase purchase) {
    return purchase
        .product()
        .map(product -> List.of(shop.item(product).line(purchase.quantity())))
        .or(() -> open.map(Checkout::lines))
        .orElseThrow(() -> new ActRefused("there is no open checkout: name a 'product'"));
  }

  private static Item item(Shop shop, Line line) {
    return shop.itemOfVariant(line.variantId()).orElseThrow();
  }

  private static Inventory taken(Item item, int quantity) {
    Inventory inventory = item.variant().inventory();
    return inventory.tracked() ? inventory.less(quantity) : inventory;
  }

  private OrderOrigin origin(Optional<Checkout> open, Customer person, Purchase purchase) {
    Optional<CheckoutTokens> tokens =
        Optional.of(purchase.channel())
            .filter(channel -> channel == SalesChannel.WEB)
            .map(web -> open.orElseGet(() -> opened(person.id(), shops.now())))
            .map(c -> new CheckoutTokens(c.token(), c.cartToken()));
    return new OrderOrigin(tokens, purchase.channel(), purchase.test(), purchase.payment());
  }

  private Order order(
      Shop shop, Customer person, List<Line> lines, OrderOrigin origin, Instant now) {
    return Order.placed(
        shops.identifiers().number(), shop.nextOrderNumber(), person.id(), lines, origin, now);
  }

  private static void requireStock(Item item, int quantity) {
    String handle = item.product().handle();
    Inventory inventory = item.variant().inventory();
    if (!item.product().published()) {
      throw new ActRefused("'" + handle + "' is not published");
    }
    if (inventory.tracked() && !inventory.oversold() && quantity > inventory.sum()) {
      throw new ActRefused("only " + inventory.sum() + " of '" + handle + "' are left");
    }
  }
}
