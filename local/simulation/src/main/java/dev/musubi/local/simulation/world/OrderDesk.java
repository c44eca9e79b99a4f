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
      Optional<Instant> cancelledAt,
      Optional<Parcel> parcel,
      Money money) {

    State at(Instant now, Optional<Instant> cancelled, Optional<Parcel> sent, Money next) {
      return new State(customer, product, checkout, placedAt, now, cancelled, sent, next);
    }
  }

  /** Whether it is paid, and when it was given back. */
  private record Money(boolean paid, Optional<Instant> refundedAt) {

    String status() {
      return refundedAt.isPresent() ? "refunded" : paid ? "paid" : "pending";
    }

    String refunds() {
      return refundedAt.map(at -> ",\"refunds\":[{\"created_at\":\"" + at + "\"}]").orElse("");
    }
  }

  /** All of an order in one parcel, under the order's number. */
  private record Parcel(Instant shippedAt, Instant updatedAt, boolean delivered) {}

  private final InstantSource clock;
  private final TreeMap<Key, State> orders = new TreeMap<>();

  OrderDesk(InstantSource clock) {
    this.clock = clock;
  }

  void place(
      int shop, int order, int customer, int product, Optional<String> checkout, boolean unpaid) {
    Instant now = clock.instant();
    orders.put(
        new Key(shop, order),
        new State(
            customer,
            product,
            checkout,
            now,
            now,
            Optional.empty(),
            Optional.empty(),
            new Money(!unpaid, Optional.empty())));
  }

  /** Whether it was neither called off nor given back. */
  boolean stands(int shop, int order) {
    State state = orders.get(new Key(shop, order));
    return state != null && state.cancelledAt().isEmpty() && state.money().refundedAt().isEmpty();
  }

  boolean unpaid(int shop, int order) {
    return !orders.get(new Key(shop, order)).money().paid();
  }

  /** The one customer's orders are the other's from now on. */
  void merge(int shop, int gone, int kept) {
    orders.replaceAll(
        (key, state) ->
            key.shop() == shop && state.customer() == gone
                ? new State(
                    kept,
                    state.product(),
                    state.checkout(),
                    state.placedAt(),
                    state.updatedAt(),
                    state.cancelledAt(),
                    state.parcel(),
                    state.money())
                : state);
  }

  void pay(int shop, int order) {
    money(shop, order, Optional.empty());
  }

  void refund(int shop, int order) {
    money(shop, order, Optional.of(clock.instant()));
  }

  private void money(int shop, int order, Optional<Instant> refundedAt) {
    orders.computeIfPresent(
        new Key(shop, order),
        (key, state) ->
            state.at(
                clock.instant(), state.cancelledAt(), state.parcel(), new Money(true, refundedAt)));
  }

  boolean knows(int shop, int order) {
    return orders.containsKey(new Key(shop, order));
  }

  void cancel(int shop, int order) {
    Instant now = clock.instant();
    change(shop, order, Optional.of(now), orders.get(new Key(shop, order)).parcel());
  }

  void ship(int shop, int order) {
    Instant now = clock.instant();
    change(shop, order, Optional.empty(), Optional.of(new Parcel(now, now, false)));
  }

  void deliver(int shop, int order) {
    State state = orders.get(new Key(shop, order));
    Optional<Parcel> parcel =
        state.parcel().map(sent -> new Parcel(sent.shippedAt(), clock.instant(), true));
    change(shop, order, state.cancelledAt(), parcel);
  }

  private void change(int shop, int order, Optional<Instant> cancelledAt, Optional<Parcel> parcel) {
    orders.computeIfPresent(
        new Key(shop, order),
        (key, state) -> state.at(clock.instant(), cancelledAt, parcel, state.money()));
  }

  /** The body of the fulfilment topics; empty if nothing was sent. */
  Optional<String> parcel(int shop, int order) {
    return orders
        .get(new Key(shop, order))
        .parcel()
        .map(
            parcel ->
                """
                {"id":%d,"order_id":%d,"status":"success","shipment_status":%s,"created_at":"%s",\
                "updated_at":"%s","tracking_company":"Yamato","tracking_number":"%d",\
                "line_items":[{"id":1,"quantity":1}]}\
                """
                    .formatted(
                        order,
                        order,
                        parcel.delivered() ? "\"delivered\"" : "null",
                        parcel.shippedAt(),
                        parcel.updatedAt(),
                        order));
  }

  /** The body of the order topics. */
  String order(int shop, int order) {
    State state = orders.get(new Key(shop, order));
    return """
    {"id":%d,"name":"#%d","customer":{"id":%d},"phone":"%s","created_at":"%s","updated_at":"%s",\
    "cancelled_at":%s,"financial_status":"%s"%s%s,"fulfillments":[%s],"line_items":[{"id":1,"product_id":%d,\
    "quantity":1}]}\
    """
        .formatted(
            order,
            order,
            state.customer(),
            Numbers.phone(state.customer()),
            state.placedAt(),
            state.updatedAt(),
            state.cancelledAt().map(at -> "\"" + at + "\"").orElse("null"),
            state.money().status(),
            state.money().refunds(),
            state.checkout().map(token -> ",\"checkout_token\":\"" + token + "\"").orElse(""),
            parcel(shop, order).orElse(""),
            state.product());
  }

  @Override
  public Optional<Order> read(ShopId id, OrderId order) {
    int shop = Numbers.shop(id.handle());
    int number = (int) order.number();
    return Optional.ofNullable(orders.get(new Key(shop, number)))
        .map(
            state -> ShopifyEvents.read(id, "orders/updated", clock.instant(), order(shop, number)))
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
