package dev.musubi.testkit.memory;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@link Deliveries} in memory; nothing is ever stale. */
public final class MemoryDeliveries implements Deliveries {

  private record Key(Instant due, String id, String addressee) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::due).thenComparing(Key::id).thenComparing(Key::addressee);

    static Key of(SendIntent intent) {
      Instant due = intent.due().truncatedTo(ChronoUnit.MILLIS);
      return new Key(due, intent.id().hex(), intent.shop() + "#" + intent.to().key());
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private final InstantSource clock;
  private final SortedMap<Key, Delivery> rows = new TreeMap<>();

  public MemoryDeliveries(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void record(List<Delivery> deliveries) {
    deliveries.forEach(
        row ->
            rows.merge(
                Key.of(row.intent()),
                row,
                (stored, next) -> next.outranks(stored) ? next : stored));
  }

  @Override
  public synchronized Optional<Delivery> find(SendIntent intent) {
    return Optional.ofNullable(rows.get(Key.of(intent))).filter(this::kept);
  }

  @Override
  public synchronized Map<SendId, Delivery> find(List<SendIntent> intents) {
    Limits.atMost100(intents);
    Map<SendId, Delivery> found = new TreeMap<>();
    intents.forEach(intent -> find(intent).ifPresent(row -> found.put(intent.id(), row)));
    return found;
  }

  @Override
  public synchronized List<Delivery> of(ShopId shop, Addressee to, int limit) {
    return ofShop(shop).filter(row -> row.intent().to().equals(to)).toList().reversed().stream()
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Delivery> on(ShopId shop, LocalDate day) {
    return ofShop(shop)
        .filter(row -> row.intent().due().atZone(ZoneOffset.UTC).toLocalDate().equals(day))
        .toList();
  }

  @Override
  public synchronized void erase(ShopId shop, Person person) {
    person
        .customer()
        .map(Addressee.Customer::new)
        .ifPresent(
            to ->
                rows.values()
                    .removeIf(r -> r.intent().shop().equals(shop) && r.intent().to().equals(to)));
  }

  @Override
  public synchronized void move(ShopId shop, CustomerId from, CustomerId to) {
    if (!from.equals(to)) {
      List<Delivery> moved = of(shop, new Addressee.Customer(from), Integer.MAX_VALUE);
      record(moved.stream().map(row -> row.movedTo(to)).toList());
      erase(shop, Person.of(from));
    }
  }

  @Override
  public synchronized List<Holding> export(ShopId shop, Person person) {
    return person
        .customer()
        .map(customer -> of(shop, new Addressee.Customer(customer), Integer.MAX_VALUE))
        .orElse(List.of())
        .stream()
        .map(Delivery::holding)
        .toList();
  }

  private Stream<Delivery> ofShop(ShopId shop) {
    return rows.values().stream()
        .filter(row -> row.intent().shop().equals(shop))
        .filter(this::kept);
  }

  private boolean kept(Delivery row) {
    return row.intent().due().plus(KEPT).isAfter(clock.instant());
  }
}
