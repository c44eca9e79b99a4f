package dev.musubi.testkit.memory;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Place;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Watch;
import dev.musubi.core.shopping.Watches;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@link Watches} in memory. */
public final class MemoryWatches implements Watches {

  private record Key(ShopId shop, CustomerId customer, VariantId variant) {}

  private record Told(ShopId shop, VariantId variant, CustomerId customer) {}

  private final InstantSource clock;
  private final Map<Key, Watch> watches = new HashMap<>();
  private final Set<Told> told = new HashSet<>();

  public MemoryWatches(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void add(ShopId shop, Watch watch) {
    watches.merge(key(shop, watch), watch, (old, next) -> kept(old) ? old : next);
  }

  @Override
  public synchronized List<Watch> of(ShopId shop, CustomerId customer) {
    return all(shop)
        .filter(watch -> watch.customer().equals(customer))
        .sorted(Comparator.comparing(Watch::since).thenComparing(Watch::variant))
        .toList();
  }

  @Override
  public synchronized Map<CustomerId, Watch> of(
      ShopId shop, VariantId variant, List<CustomerId> customers) {
    Limits.atMost100(customers);
    Map<CustomerId, Watch> found = new TreeMap<>();
    customers.forEach(
        customer ->
            Optional.ofNullable(watches.get(new Key(shop, customer, variant)))
                .filter(this::kept)
                .ifPresent(watch -> found.put(customer, watch)));
    return found;
  }

  @Override
  public synchronized void remove(ShopId shop, Watch watch) {
    watches.remove(key(shop, watch), watch);
  }

  @Override
  public synchronized List<Watch> line(
      ShopId shop, VariantId variant, Optional<Place> after, int limit) {
    return all(shop)
        .filter(watch -> watch.variant().equals(variant))
        .filter(watch -> after.filter(a -> watch.place().compareTo(a) <= 0).isEmpty())
        .sorted(Comparator.comparing(Watch::place))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void told(ShopId shop, Watch watch, Instant at, boolean waitsOn) {
    told.add(new Told(shop, watch.variant(), watch.customer()));
    if (!waitsOn) {
      remove(shop, watch);
    }
  }

  @Override
  public synchronized Tally tally(ShopId shop, VariantId variant) {
    return new Tally(
        told.stream().filter(t -> t.shop().equals(shop) && t.variant().equals(variant)).count(),
        all(shop).filter(watch -> watch.variant().equals(variant)).count());
  }

  @Override
  public synchronized void erase(ShopId shop, Person person) {
    person
        .customer()
        .ifPresent(
            customer ->
                watches
                    .keySet()
                    .removeIf(k -> k.shop().equals(shop) && k.customer().equals(customer)));
    person.customer().ifPresent(customer -> told.removeAll(told(shop, customer)));
  }

  private List<Told> told(ShopId shop, CustomerId customer) {
    return told.stream()
        .filter(one -> one.shop().equals(shop) && one.customer().equals(customer))
        .sorted(Comparator.comparing(Told::variant))
        .toList();
  }

  @Override
  public synchronized void move(ShopId shop, CustomerId from, CustomerId to) {
    if (from.equals(to)) {
      return;
    }
    for (Watch watch : of(shop, from)) {
      watches.remove(key(shop, watch));
      Key key = new Key(shop, to, watch.variant());
      Instant theirs =
          Optional.ofNullable(watches.get(key)).map(Watch::since).orElse(watch.since());
      watches.put(key, watch.movedTo(to, theirs));
    }
    for (Told one : told(shop, from)) {
      told.remove(one);
      told.add(new Told(shop, one.variant(), to));
    }
  }

  @Override
  public synchronized List<Holding> export(ShopId shop, Person person) {
    return person.customer().stream()
        .flatMap(
            customer ->
                Stream.concat(
                    of(shop, customer).stream().map(Watch::holding),
                    told(shop, customer).stream().map(one -> Watch.toldHolding(one.variant()))))
        .toList();
  }

  private Stream<Watch> all(ShopId shop) {
    return watches.entrySet().stream()
        .filter(entry -> entry.getKey().shop().equals(shop))
        .map(Map.Entry::getValue)
        .filter(this::kept);
  }

  private boolean kept(Watch watch) {
    return watch.since().plus(KEPT).isAfter(clock.instant());
  }

  private static Key key(ShopId shop, Watch watch) {
    return new Key(shop, watch.customer(), watch.variant());
  }
}
