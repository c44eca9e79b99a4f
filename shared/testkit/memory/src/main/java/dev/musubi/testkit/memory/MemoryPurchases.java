package dev.musubi.testkit.memory;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.PurchaseHistory;
import dev.musubi.core.shopping.Purchases;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Purchases} in memory. */
public final class MemoryPurchases implements Purchases {

  private record Key(ShopId shop, CustomerId customer) {}

  private static final PurchaseHistory NOTHING = new PurchaseHistory(List.of());

  private final InstantSource clock;
  private final Map<Key, PurchaseHistory> histories = new HashMap<>();

  public MemoryPurchases(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void record(ShopId shop, Purchase purchase) {
    Key key = new Key(shop, purchase.customer());
    histories.put(key, of(key).with(purchase, clock.instant()));
  }

  @Override
  public synchronized Map<CustomerId, List<Purchase>> of(ShopId shop, List<CustomerId> customers) {
    Limits.atMost100(customers);
    Map<CustomerId, List<Purchase>> found = new LinkedHashMap<>();
    for (CustomerId customer : customers) {
      List<Purchase> orders = of(new Key(shop, customer)).orders();
      if (!orders.isEmpty()) {
        found.put(customer, orders);
      }
    }
    return found;
  }

  @Override
  public synchronized void erase(ShopId shop, Person person) {
    person.customer().ifPresent(customer -> histories.remove(new Key(shop, customer)));
  }

  @Override
  public synchronized void move(ShopId shop, CustomerId from, CustomerId to) {
    if (!from.equals(to)) {
      Optional.ofNullable(histories.remove(new Key(shop, from)))
          .ifPresent(
              moved -> {
                Key key = new Key(shop, to);
                histories.put(key, of(key).with(moved, to, clock.instant()));
              });
    }
  }

  @Override
  public synchronized List<Holding> export(ShopId shop, Person person) {
    return person
        .customer()
        .map(customer -> of(new Key(shop, customer)).holdings())
        .orElse(List.of());
  }

  private PurchaseHistory of(Key key) {
    return histories.getOrDefault(key, NOTHING).at(clock.instant());
  }
}
