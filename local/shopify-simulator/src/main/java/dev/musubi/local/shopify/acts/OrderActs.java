package dev.musubi.local.shopify.acts;

import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.FinancialStatus;
import dev.musubi.local.shopify.shop.Line;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.Refund;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import dev.musubi.local.shopify.webhook.Caused;
import dev.musubi.local.shopify.webhook.Event;
import dev.musubi.local.shopify.webhook.OrderEvents;
import dev.musubi.local.shopify.webhook.RefundEvents;
import dev.musubi.local.shopify.webhook.Webhooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of an order's money: paid later, cancelled, given back. */
public final class OrderActs {
  private final Shops shops;
  private final Webhooks webhooks;

  public OrderActs(Shops shops, Webhooks webhooks) {
    this.shops = shops;
    this.webhooks = webhooks;
  }

  /** The money for an order that was to be paid by bank or in a convenience store comes in. */
  public Caused pay(String handle, OrderChoice which) {
    return shops.in(
        handle,
        shop -> {
          Order paid =
              which
                  .in(
                      shop,
                      o -> o.financialStatus() == FinancialStatus.PENDING,
                      "no order waits for payment")
                  .paid(shops.now());
          shop.put(paid);
          Optional<Customer> buyer = shop.findCustomer(paid.customerId());
          return webhooks.send(
              shop,
              List.of(
                  OrderEvents.paid(shop.spec(), paid, buyer),
                  OrderEvents.updated(shop.spec(), paid, buyer)));
        });
  }

  /** Cancels an order of which nothing has been shipped, and gives back what was paid. */
  public Caused cancel(String handle, OrderChoice which, boolean restock) {
    return shops.in(
        handle,
        shop -> {
          Order order =
              which.in(
                  shop,
                  o -> o.cancelledAt().isEmpty() && !o.partlyShipped(),
                  "there is no order to cancel");
          List<Event> events = new ArrayList<>();
          boolean paid = order.progress().paidAt().isPresent();
          List<Line> back = order.refundable();
          Order after =
              paid && !back.isEmpty() ? refunded(shop, order, back, restock, events) : order;
          Order cancelled = after.cancelled(shops.now());
          shop.put(cancelled);
          Optional<Customer> buyer = shop.findCustomer(cancelled.customerId());
          events.add(OrderEvents.cancelled(shop.spec(), cancelled, buyer));
          events.add(OrderEvents.updated(shop.spec(), cancelled, buyer));
          events.addAll(restock ? restocked(shop, back) : List.of());
          return webhooks.send(shop, events);
        });
  }

  /** Gives back the money for so many items, the first lines first; for all without a quantity. */
  public Caused refund(
      String handle, OrderChoice which, Optional<Integer> quantity, boolean restock) {
    return shops.in(
        handle,
        shop -> {
          Order order =
              which.in(
                  shop,
                  o -> o.progress().paidAt().isPresent() && !o.refundable().isEmpty(),
                  "there is no order to refund");
          List<Line> back = Portion.of(order.refundable(), quantity, "refunded");
          List<Event> events = new ArrayList<>();
          Order refunded = refunded(shop, order, back, restock, events);
          shop.put(refunded);
          Optional<Customer> buyer = shop.findCustomer(refunded.customerId());
          events.add(OrderEvents.updated(shop.spec(), refunded, buyer));
          events.addAll(restock ? restocked(shop, back) : List.of());
          return webhooks.send(shop, events);
        });
  }

  private Order refunded(
      Shop shop, Order order, List<Line> back, boolean restock, List<Event> events) {
    Refund refund = new Refund(shops.identifiers().number(), back, restock, shops.now());
    Order refunded = order.refunded(refund);
    events.add(RefundEvents.created(shop.spec(), refunded, refund));
    return refunded;
  }

  private List<Event> restocked(Shop shop, List<Line> back) {
    List<Event> events = new ArrayList<>();
    for (Line line : back) {
      shop.itemOfVariant(line.variantId())
          .filter(item -> item.variant().inventory().tracked())
          .ifPresent(
              item ->
                  events.addAll(
                      StockChange.to(
                          shop,
                          item,
                          item.variant().inventory().less(-line.quantity()),
                          shops.now())));
    }
    return events;
  }
}
