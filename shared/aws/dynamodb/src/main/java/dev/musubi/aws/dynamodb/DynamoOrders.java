package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.Orders;
import dev.musubi.core.shopping.Parcel;
import dev.musubi.wire.OrderCodec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * {@link Orders} in the table of shopping: one versioned item an order, and under each customer a
 * pointer to every order, written first, so that no order is out of an erasure's reach.
 */
public final class DynamoOrders implements Orders {

  private static final String LOOKED_THROUGH = "lookedThrough";

  private final Table table;
  private final InstantSource clock;
  private final OrderCodec codec = new OrderCodec();

  public DynamoOrders(DynamoDbClient client, String table, InstantSource clock) {
    this.table = new Table(client, table);
    this.clock = clock;
  }

  @Override
  public Order heard(ShopId shop, Order order) {
    return change(
            shop,
            order.id(),
            stored -> Optional.of(stored.map(known -> known.merge(order)).orElse(order)))
        .orElseThrow();
  }

  @Override
  public Optional<Order> heard(ShopId shop, OrderId order, Parcel parcel) {
    return change(shop, order, stored -> stored.map(known -> known.with(parcel)));
  }

  @Override
  public void handedOn(ShopId shop, Order order) {
    change(shop, order.id(), stored -> stored.map(known -> known.merge(order.handedOn())));
  }

  @Override
  public Map<OrderId, Order> find(ShopId shop, List<OrderId> orders) {
    Map<OrderId, Order> found = new LinkedHashMap<>();
    table.find(orders.stream().map(order -> key(shop, order)).toList(), true).stream()
        .flatMap(item -> order(Optional.of(item)).stream())
        .forEach(order -> found.put(order.id(), order));
    return found;
  }

  @Override
  public Optional<Instant> lookedThrough(ShopId shop) {
    return table.find(cursor(shop)).flatMap(item -> item.find(LOOKED_THROUGH)).map(Instant::parse);
  }

  @Override
  public void lookedThrough(ShopId shop, Instant upTo) {
    table.put(cursor(shop).with(LOOKED_THROUGH, upTo.toString()));
  }

  @Override
  public void erase(ShopId shop, Person person) {
    if (person.customer().isPresent()) {
      CustomerId customer = person.customer().get();
      List<OrderId> orders = pointed(shop, customer);
      Map<OrderId, Order> known = find(shop, orders);
      orders.stream()
          .filter(id -> !known.containsKey(id) || ownedBy(known.get(id), customer))
          .forEach(id -> table.delete(key(shop, id)));
      orders.forEach(id -> table.delete(pointer(shop, customer, id)));
    }
  }

  @Override
  public void move(ShopId shop, CustomerId from, CustomerId to) {
    if (from.equals(to)) {
      return;
    }
    for (OrderId order : pointed(shop, from)) {
      change(
          shop,
          order,
          stored -> stored.map(known -> ownedBy(known, from) ? known.ownedBy(to) : known));
      table.delete(pointer(shop, from, order));
    }
  }

  @Override
  public List<Holding> export(ShopId shop, Person person) {
    return person.customer().map(customer -> holdings(shop, customer)).orElse(List.of());
  }

  private List<Holding> holdings(ShopId shop, CustomerId customer) {
    List<OrderId> orders = pointed(shop, customer);
    Map<OrderId, Order> known = find(shop, orders);
    return orders.stream()
        .flatMap(order -> Optional.ofNullable(known.get(order)).stream())
        .filter(order -> ownedBy(order, customer))
        .map(Order::holding)
        .toList();
  }

  private static boolean ownedBy(Order order, CustomerId customer) {
    return order.customer().filter(customer::equals).isPresent();
  }

  private List<OrderId> pointed(ShopId shop, CustomerId customer) {
    return table
        .all(
            query ->
                query
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", Item.text(pointers(shop, customer))))
                    .consistentRead(true))
        .stream()
        .map(item -> new OrderId(Long.parseLong(item.get(Item.SK))))
        .toList();
  }

  private Optional<Order> change(
      ShopId shop, OrderId id, Function<Optional<Order>, Optional<Order>> by) {
    Patience patience = new Patience();
    Optional<Item> stored = table.find(key(shop, id));
    while (true) {
      Optional<Order> known = order(stored);
      Optional<Order> next = by.apply(known);
      if (next.isEmpty() || next.equals(known)) {
        return next;
      }
      Version seen = stored.map(Item::version).orElse(Version.NONE);
      point(shop, next.get());
      switch (table.put(item(key(shop, id).with(seen.next()), next.get()), Condition.still(seen))) {
        case Written.Done() -> {
          return next;
        }
        case Written.Lost(Optional<Item> standing) -> {
          stored = standing;
          patience.again("an order changed");
        }
      }
    }
  }

  /** Renewed whenever the order changes: it must not lapse before the order. */
  private void point(ShopId shop, Order order) {
    order
        .customer()
        .map(customer -> pointer(shop, customer, order.id()))
        .ifPresent(
            pointer -> table.put(pointer.expiring(clock.instant().plus(KEPT).plusSeconds(1))));
  }

  private Item item(Item key, Order order) {
    return key.with(Item.DOCUMENT, codec.write(order)).expiring(clock.instant().plus(KEPT));
  }

  private Optional<Order> order(Optional<Item> item) {
    return item.filter(i -> i.live(clock.instant()))
        .flatMap(i -> i.find(Item.DOCUMENT))
        .map(codec::read);
  }

  private static Item key(ShopId shop, OrderId order) {
    return Item.key(shop + "#order#" + order, "order");
  }

  private static String pointers(ShopId shop, CustomerId customer) {
    return shop + "#orders-of#" + customer;
  }

  private static Item pointer(ShopId shop, CustomerId customer, OrderId order) {
    return Item.key(pointers(shop, customer), "%019d".formatted(order.number()));
  }

  private static Item cursor(ShopId shop) {
    return Item.key(shop + "#orders", LOOKED_THROUGH);
  }
}
