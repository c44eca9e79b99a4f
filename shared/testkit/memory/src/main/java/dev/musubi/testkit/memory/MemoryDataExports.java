package dev.musubi.testkit.memory;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.DataExport;
import dev.musubi.core.people.DataExports;
import dev.musubi.core.people.Person;
import dev.musubi.core.shop.ShopId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@link DataExports} in memory. */
public final class MemoryDataExports implements DataExports {

  private final InstantSource clock;
  private final List<DataExport> exports = new ArrayList<>();

  public MemoryDataExports(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void keep(DataExport export) {
    exports.removeIf(
        e ->
            e.shop().equals(export.shop())
                && e.customer().equals(export.customer())
                && e.request().equals(export.request()));
    exports.add(export);
    exports.sort(Comparator.comparing(DataExport::request));
  }

  @Override
  public synchronized List<DataExport> of(ShopId shop, CustomerId customer) {
    return exports.stream()
        .filter(e -> e.shop().equals(shop) && e.customer().equals(customer))
        .filter(e -> e.keptUntil().isAfter(clock.instant()))
        .toList();
  }

  @Override
  public synchronized List<CustomerId> customers(ShopId shop) {
    return exports.stream()
        .filter(e -> e.shop().equals(shop) && e.keptUntil().isAfter(clock.instant()))
        .map(DataExport::customer)
        .distinct()
        .toList();
  }

  @Override
  public synchronized void erase(ShopId shop, Person person) {
    person
        .customer()
        .ifPresent(
            customer ->
                exports.removeIf(e -> e.shop().equals(shop) && e.customer().equals(customer)));
  }

  @Override
  public synchronized void move(ShopId shop, CustomerId from, CustomerId to) {
    if (!from.equals(to)) {
      of(shop, from).forEach(export -> keep(export.movedTo(to)));
      erase(shop, Person.of(from));
    }
  }

  @Override
  public synchronized List<Holding> export(ShopId shop, Person person) {
    return person.customer().map(customer -> of(shop, customer)).orElse(List.of()).stream()
        .map(DataExport::holding)
        .toList();
  }
}
