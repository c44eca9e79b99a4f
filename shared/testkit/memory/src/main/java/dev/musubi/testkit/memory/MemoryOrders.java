package dev.musubi.testkit.memory;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.Orders;
import dev.musubi.core.shopping.Parcel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Orders} in memory. */
public final class MemoryOrders implements Orders {

  private record Key(ShopId shop, OrderId order) {}

  private record Kept(Order order, Instant until) {}

  private final InstantSource clock;
  private final Map<Key, Kept> kept = new HashMap<>();
  private final Map<ShopId, Instant> lookedThrough = new HashMap<>();

  public MemoryOrders(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Order heard(ShopId shop, Order order) {
    Key key = new Key(shop, order.id());
    return keep(key, find(key).map(stored -> stored.merge(order)).orElse(order));
  }

  @Override
  public synchronized Optional<Order> heard(ShopId shop, OrderId order, Parcel parcel) {
    Key key = new Key(shop, order);
    return find(key).map(stored -> keep(key, stored.with(parcel)));
  }

  @Override
  public synchronized void handedOn(ShopId shop, Order order) {
    Key key = new Key(shop, order.id());
    find(key).ifPresent(stored -> keep(key, stored.merge(order.handedOn())));
  }

  @Override
  public synchronized Map<OrderId, Order> find(ShopId shop, List<OrderId> orders) {
    Limits.atMost100(orders);
    Map<OrderId, Order> found = new LinkedHashMap<>();
    for (OrderId order : orders) {
      find(new Key(shop, order)).ifPresent(stored -> found.put(order, stored));
    }
    return found;
  }

  @Override
  public synchronized Optional<Instant> lookedThrough(ShopId shop) {
    return Optional.ofNullable(lookedThrough.get(shop));
  }

  @Override
  public synchronized void lookedThrough(ShopId shop, Instant upTo) {
    lookedThrough.put(shop, upTo);
  }

  @Override
  public synchronized void erase(ShopId shop, Person person) {
    person.customer().ifPresent(customer -> keysOf(shop, customer).forEach(kept::remove));
  }

  @Override
  public synchronized void move(ShopId shop, CustomerId from, CustomerId to) {
    keysOf(shop, from).forEach(key -> keep(key, kept.get(key).order().ownedBy(to)));
  }

  @Override
  public synchronized List<Holding> export(ShopId shop, Person person) {
    return person.customer().map(customer -> keysOf(shop, customer)).orElse(List.of()).stream()
        .map(key -> kept.get(key).order().holding())
        .toList();
  }

  private List<Key> keysOf(ShopId shop, CustomerId customer) {
    return kept.keySet().stream()
        .filter(key -> key.shop().equals(shop))
        .filter(key -> find(key).flatMap(Order::customer).filter(customer::equals).isPresent())
        .sorted(Comparator.comparing(Key::order))
        .toList();
  }

  private Order keep(Key key, Order order) {
    kept.put(key, new Kept(order, clock.instant().plus(KEPT)));
    return order;
  }

  private Optional<Order> find(Key key) {
    return Optional.ofNullable(kept.get(key))
        .filter(one -> one.until().isAfter(clock.instant()))
        .map(Kept::order);
  }
}
