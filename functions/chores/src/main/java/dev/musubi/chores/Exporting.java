package dev.musubi.chores;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.DataExport;
import dev.musubi.core.people.DataExports;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.PersonStore;
import dev.musubi.core.people.Tie;
import dev.musubi.core.shop.ShopId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Writes down everything that is held about a customer and the account that is linked now; of one
 * who was merged, under the number that was kept.
 */
final class Exporting {

  private final Holders holders;
  private final DataExports exports;
  private final InstantSource clock;

  Exporting(Holders holders, DataExports exports, InstantSource clock) {
    this.holders = holders;
    this.exports = exports;
    this.clock = clock;
  }

  void export(ShopId shop, CustomerId asking, String request) {
    CustomerId customer = holders.standing(shop, asking);
    Optional<LineUserId> user =
        holders.link(shop, customer).flatMap(link -> link.current()).map(Tie::lineUser);
    Person person = new Person(Optional.of(customer), user);
    List<DataExport.Section> sections =
        holders.all().stream()
            .map(store -> section(store, shop, person))
            .filter(section -> !section.holdings().isEmpty())
            .toList();
    exports.keep(new DataExport(shop, customer, request, clock.instant(), sections));
  }

  private static DataExport.Section section(PersonStore store, ShopId shop, Person person) {
    return new DataExport.Section(store.name(), store.data().export(shop, person));
  }
}
