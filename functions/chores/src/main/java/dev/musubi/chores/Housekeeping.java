package dev.musubi.chores;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.CustomerTags;
import dev.musubi.core.people.Friends;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.people.Tie;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Shops;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes Shopify and LINE agree with what is stored, and forgets who asked to be forgotten. */
final class Housekeeping {

  private final Shops shops;
  private final Links links;
  private final List<PersonalData> stores;
  private final CustomerTags tags;
  private final Friends friends;
  private final InstantSource clock;
  private final CheckUp checkUp;

  /** {@code stores} are all that hold persons but the links, which go last. */
  Housekeeping(
      Shops shops,
      Links links,
      List<PersonalData> stores,
      CustomerTags tags,
      Friends friends,
      InstantSource clock,
      CheckUp checkUp) {
    this.shops = shops;
    this.links = links;
    this.stores = List.copyOf(stores);
    this.tags = tags;
    this.friends = friends;
    this.clock = clock;
    this.checkUp = checkUp;
  }

  void carryOut(Chore chore) {
    Optional<Shop> shop = shops.find(chore.shop());
    if (shop.isEmpty()) {
      return;
    }
    switch (chore) {
      case Chore.Reconcile(ShopId id, Person person) -> reconcile(shop.get(), person);
      case Chore.Erase(ShopId id, Person person) -> erase(shop.get(), person);
      case Chore.SetUp(ShopId id) -> {
        friends.prepareMenus(id, shop.get().storefront(), shop.get().settings().language());
        checkUp.subscribe(id);
      }
      case Chore.CheckUp(ShopId id, Optional<Instant> from) -> checkUp.carryOut(shop.get(), from);
    }
  }

  private void reconcile(Shop shop, Person person) {
    Optional<CustomerId> customer =
        person
            .customer()
            .or(() -> person.lineUser().flatMap(user -> links.customerOf(shop.id(), user)));
    Optional<Link> link = customer.flatMap(id -> link(shop, id));
    link.ifPresent(known -> tags.linked(shop.id(), known.customer(), known.current().isPresent()));
    Optional<LineUserId> user =
        person.lineUser().or(() -> link.flatMap(Link::current).map(Tie::lineUser));
    user.ifPresent(
        id ->
            friends.menu(
                shop.id(),
                id,
                shop.settings().language(),
                links.customerOf(shop.id(), id).isPresent()));
  }

  /**
   * A link that ended knows its accounts by its history, so that dying in between and starting
   * again still reaches them; each account goes before the customer whose history names it.
   */
  private void erase(Shop shop, Person person) {
    Optional<Link> link = person.customer().flatMap(id -> link(shop, id));
    List<LineUserId> accounts = accounts(shop, person, link);
    if (link.flatMap(Link::current).isPresent()) {
      end(shop, link.get());
    }
    reconcile(shop, person);
    stores.forEach(store -> store.erase(shop.id(), person));
    for (LineUserId account : accounts) {
      reconcile(shop, Person.of(account));
      stores.forEach(store -> store.erase(shop.id(), Person.of(account)));
      links.erase(shop.id(), Person.of(account));
    }
    links.erase(shop.id(), person);
  }

  /** Every account that is or was the person's, but for those that are somebody else's by now. */
  private List<LineUserId> accounts(Shop shop, Person person, Optional<Link> link) {
    return Stream.concat(
            person.lineUser().stream(), link.stream().flatMap(l -> l.lineUsers().stream()))
        .distinct()
        .filter(
            user ->
                links
                    .customerOf(shop.id(), user)
                    .filter(holder -> !person.customer().equals(Optional.of(holder)))
                    .isEmpty())
        .toList();
  }

  private void end(Shop shop, Link seen) {
    Optional<Link> link = Optional.of(seen);
    while (link.flatMap(Link::current).isPresent()
        && links.end(link.get(), clock.instant()) == Saved.LOST) {
      link = link(shop, seen.customer());
    }
  }

  private Optional<Link> link(Shop shop, CustomerId customer) {
    return Optional.ofNullable(links.find(shop.id(), List.of(customer)).get(customer));
  }
}
