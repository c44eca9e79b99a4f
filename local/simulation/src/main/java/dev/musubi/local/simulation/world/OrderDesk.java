package dev.musubi.local.simulation.world;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderSource;
import dev.musubi.core.shopping.ShopSignal;
import dev.musubi.shopify.events.ShopifyEvents;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The shops' orders as Shopify has them, for webhooks and for who asks. */
final class OrderDesk implements OrderSource {

  private record Key(int shop, int order) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparingInt(Key::shop).thenComparingInt(Key::order).compare(this, other);
    }
  }

  /** An order as it stands; {@code checkout} is the token of the checkout that it came from. */
  private record State(
      int customer,
      int product,
      Optional<String> checkout,
      Instant placedAt,
      Instant updatedAt,
      boolean paid,
      Optional<Instant> cancelledAt) {}

  private final InstantSource clock;
  private final TreeMap<Key, State> orders = new TreeMap<>();

  OrderDesk(InstantSource clock) {
    this.clock = clock;
  }

  void place(int shop, int order, int customer, int product, Optional<String> checkout) {
    Instant now = clock.instant();
    orders.put(
        new Key(shop, order),
        new State(customer, product, checkout, now, now, true, Optional.empty()));
  }

  /** The body of the order topics. */
  String order(int shop, int order) {
    State state = orders.get(new Key(shop, order));
    return """
    {"id":%d,"name":"#%d","customer":{"id":%d},"created_at":"%s","updated_at":"%s",\
    "cancelled_at":%s,"financial_status":"%s"%s,"line_items":[{"id":1,"product_id":%d,\
    "quantity":1}]}\
    """
        .formatted(
            order,
            order,
            state.customer(),
            state.placedAt(),
            state.updatedAt(),
            state.cancelledAt().map(at -> "\"" + at + "\"").orElse("null"),
            state.paid() ? "paid" : "pending",
            state.checkout().map(token -> ",\"checkout_token\":\"" + token + "\"").orElse(""),
            state.product());
  }

  @Override
  public Optional<Order> read(ShopId id, OrderId order) {
    int shop = Numbers.shop(id.handle());
    int number = (int) order.number();
    return Optional.ofNullable(orders.get(new Key(shop, number)))
        .map(state -> ShopifyEvents.read("orders/updated", clock.instant(), order(shop, number)))
        .map(ShopSignal.Ordered.class::cast)
        .map(ShopSignal.Ordered::order);
  }

  @Override
  public Page changed(ShopId id, Instant since, Optional<String> after) {
    int shop = Numbers.shop(id.handle());
    List<Change> changes =
        orders.entrySet().stream()
            .filter(entry -> entry.getKey().shop() == shop)
            .map(
                entry ->
                    new Change(new OrderId(entry.getKey().order()), entry.getValue().updatedAt()))
            .filter(change -> !change.at().isBefore(since))
            .sorted(Comparator.comparing(Change::at).thenComparing(Change::order))
            .toList();
    return new Page(changes, Optional.empty());
  }
}
