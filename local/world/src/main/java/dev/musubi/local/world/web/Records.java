package dev.musubi.local.world.web;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.shop.ShopId;
import dev.musubi.local.world.people.PersonEntry;
import dev.musubi.local.world.web.Interface.Behind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The product's own record of deliveries in one shop, read by whichever key needs fewer reads. */
final class Records {
  private static final int MOST = 10_000;

  private final Behind world;
  private final ShopId shop;
  private final Deliveries deliveries;

  Records(Behind world, String shop) {
    this.world = world;
    this.shop = new ShopId(shop);
    this.deliveries = world.demonstration().stores().deliveries();
  }

  /** Everybody's, in the order in which they were due. */
  List<Delivery> all() {
    List<PersonEntry> people = world.demonstration().people().of(shop.handle());
    List<LocalDate> days = days();
    Stream<Delivery> found =
        people.size() <= days.size()
            ? people.stream().flatMap(p -> unordered(p).stream())
            : days.stream().flatMap(day -> deliveries.on(shop, day).stream());
    return found.sorted(Comparator.comparing(d -> d.intent().due())).toList();
  }

  /** One customer's, in the order in which they were due. */
  List<Delivery> of(PersonEntry person) {
    return unordered(person).stream().sorted(Comparator.comparing(d -> d.intent().due())).toList();
  }

  private List<Delivery> unordered(PersonEntry person) {
    return deliveries.of(shop, new Addressee.Customer(new CustomerId(person.customerId())), MOST);
  }

  /** The days on which this world can have made intents. */
  private List<LocalDate> days() {
    LocalDate first = world.demonstration().begun().atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate last = world.clock().instant().atOffset(ZoneOffset.UTC).toLocalDate();
    return first.minusDays(1).datesUntil(last.plusDays(3)).toList();
  }
}
