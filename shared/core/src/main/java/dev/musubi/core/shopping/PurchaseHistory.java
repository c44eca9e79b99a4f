package dev.musubi.core.shopping;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.PersonalData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is kept of a customer's orders, newest first: those of the last 60 days, at most {@link
 * Purchases#MOST_ORDERS} of them with {@value #MOST_PRODUCTS} products in all.
 */
public record PurchaseHistory(List<Purchase> orders) {

  public static final Duration KEPT = Duration.ofDays(60);

  private static final int MOST_PRODUCTS = 10_000;
  private static final Comparator<Purchase> NEWEST_FIRST =
      Comparator.comparing(Purchase::at).reversed().thenComparing(Purchase::order);

  public PurchaseHistory {
    orders = List.copyOf(orders);
  }

  /** The same history with one more order; a cancellation stays, whichever webhook comes first. */
  public PurchaseHistory with(Purchase heard, Instant now) {
    return with(List.of(heard), now);
  }

  /** Joins another history, as when two customers become one. */
  public PurchaseHistory with(PurchaseHistory other, CustomerId customer, Instant now) {
    List<Purchase> moved = new ArrayList<>();
    other.orders.forEach(o -> moved.add(copy(o, customer, o.cancelled())));
    return with(moved, now);
  }

  /** The same history without what is too old by then. */
  public PurchaseHistory at(Instant now) {
    return with(List.of(), now);
  }

  /** What is held, for the person to read. */
  public List<PersonalData.Holding> holdings() {
    return orders.stream()
        .map(
            order ->
                new PersonalData.Holding(
                    "order " + order.order(),
                    "at "
                        + order.at()
                        + ", products "
                        + order.products()
                        + (order.cancelled() ? ", cancelled" : "")))
        .toList();
  }

  private PurchaseHistory with(List<Purchase> heard, Instant now) {
    Map<OrderId, Purchase> byOrder = new TreeMap<>();
    orders.forEach(order -> byOrder.put(order.order(), order));
    heard.forEach(
        order ->
            byOrder.merge(
                order.order(),
                order,
                (old, next) -> copy(next, next.customer(), old.cancelled() || next.cancelled())));
    List<Purchase> kept = new ArrayList<>();
    int products = 0;
    for (Purchase order : byOrder.values().stream().sorted(NEWEST_FIRST).toList()) {
      products += order.products().size();
      if (order.at().plus(KEPT).isAfter(now)
          && kept.size() < Purchases.MOST_ORDERS
          && products <= MOST_PRODUCTS) {
        kept.add(order);
      }
    }
    return new PurchaseHistory(kept);
  }

  private static Purchase copy(Purchase order, CustomerId customer, boolean cancelled) {
    return new Purchase(order.order(), customer, order.at(), order.products(), cancelled);
  }
}
