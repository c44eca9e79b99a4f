package dev.musubi.testkit.memory;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ProductViewed;
import dev.musubi.core.shopping.ViewTally;
import dev.musubi.core.shopping.Views;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@link Views} in memory: every view is kept and tallied when asked; nothing is ever stale. */
public final class MemoryViews implements Views {

  private record Key(String shop, LocalDate day, CustomerId customer) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::shop).thenComparing(Key::day).thenComparing(Key::customer);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private record Seen(ProductId product, Instant at) {}

  private final InstantSource clock;
  private final SortedMap<Key, Map<String, Seen>> views = new TreeMap<>();

  public MemoryViews(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void add(ProductViewed view) {
    Key key = new Key(view.shop().handle(), view.day(), view.customer());
    Map<String, Seen> ofDay = views.computeIfAbsent(key, k -> new LinkedHashMap<>());
    if (ofDay.size() < MOST_A_DAY) {
      Instant at = view.at().truncatedTo(ChronoUnit.MILLIS);
      ofDay.putIfAbsent(view.eventId(), new Seen(view.product(), at));
    }
  }

  @Override
  public synchronized TallyPage of(
      ShopId shop, LocalDate day, int shard, Optional<CustomerId> after, int limit) {
    List<ViewTally> all =
        views.keySet().stream()
            .filter(key -> key.shop().equals(shop.handle()) && key.day().equals(day))
            .filter(key -> Views.shardOf(key.customer()) == shard)
            .filter(key -> after.filter(a -> a.compareTo(key.customer()) >= 0).isEmpty())
            .flatMap(key -> tally(key).stream())
            .toList();
    return new TallyPage(all.stream().limit(limit).toList(), all.size() > limit);
  }

  @Override
  public synchronized Map<CustomerId, ViewTally> of(
      ShopId shop, LocalDate day, List<CustomerId> customers) {
    Limits.atMost100(customers);
    Map<CustomerId, ViewTally> found = new LinkedHashMap<>();
    customers.forEach(
        customer ->
            tally(new Key(shop.handle(), day, customer))
                .ifPresent(tally -> found.put(customer, tally)));
    return found;
  }

  @Override
  public synchronized void erase(ShopId shop, Person person) {
    views.keySet().removeIf(key -> isOf(key, shop, person));
  }

  @Override
  public synchronized void move(ShopId shop, CustomerId from, CustomerId to) {
    if (from.equals(to)) {
      return;
    }
    for (Key key : List.copyOf(views.keySet())) {
      if (isOf(key, shop, Person.of(from))) {
        Map<String, Seen> moved = views.remove(key);
        views
            .computeIfAbsent(new Key(key.shop(), key.day(), to), k -> new LinkedHashMap<>())
            .putAll(moved);
      }
    }
  }

  @Override
  public synchronized List<Holding> export(ShopId shop, Person person) {
    return views.keySet().stream()
        .filter(key -> isOf(key, shop, person))
        .flatMap(key -> tally(key).stream().flatMap(t -> t.holdings(key.day()).stream()))
        .toList();
  }

  private static boolean isOf(Key key, ShopId shop, Person person) {
    return key.shop().equals(shop.handle())
        && person.customer().filter(key.customer()::equals).isPresent();
  }

  private Optional<ViewTally> tally(Key key) {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    if (!views.containsKey(key) || key.day().plus(KEPT).isBefore(today)) {
      return Optional.empty();
    }
    SortedMap<ProductId, List<Instant>> times = new TreeMap<>();
    views
        .get(key)
        .values()
        .forEach(
            seen -> times.computeIfAbsent(seen.product(), p -> new ArrayList<>()).add(seen.at()));
    List<ViewTally.Viewed> products = new ArrayList<>();
    times.forEach(
        (product, at) ->
            products.add(
                new ViewTally.Viewed(
                    product, at.size(), at.stream().max(Instant::compareTo).orElseThrow())));
    return Optional.of(new ViewTally(key.customer(), products));
  }
}
