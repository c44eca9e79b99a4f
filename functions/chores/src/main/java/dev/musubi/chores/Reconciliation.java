package dev.musubi.chores;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.CustomerTags;
import dev.musubi.core.people.Friends;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.Tie;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Shop;
import java.util.List;
import java.util.Optional;

/** Makes the tag at Shopify and the rich menu at LINE agree with the link as it is now. */
final class Reconciliation {

  private final Links links;
  private final CustomerTags tags;
  private final Friends friends;

  Reconciliation(Links links, CustomerTags tags, Friends friends) {
    this.links = links;
    this.tags = tags;
    this.friends = friends;
  }

  /** What was overtaken while it was shown is shown again: the last to show it looks last. */
  void reconcile(Shop shop, Person person) {
    Truth now = truth(shop, person);
    Truth shown;
    do {
      show(shop, now);
      shown = now;
      now = truth(shop, person);
    } while (!now.equals(shown));
  }

  /** The customer's link, and whether the account is linked to anybody. */
  private record Truth(Optional<Link> link, Optional<LineUserId> user, boolean linked) {}

  private Truth truth(Shop shop, Person person) {
    Optional<CustomerId> customer =
        person
            .customer()
            .or(() -> person.lineUser().flatMap(user -> links.customerOf(shop.id(), user)));
    Optional<Link> link =
        customer.flatMap(id -> Optional.ofNullable(links.find(shop.id(), List.of(id)).get(id)));
    Optional<LineUserId> user =
        person.lineUser().or(() -> link.flatMap(Link::current).map(Tie::lineUser));
    boolean linked = user.flatMap(id -> links.customerOf(shop.id(), id)).isPresent();
    return new Truth(link, user, linked);
  }

  private void show(Shop shop, Truth truth) {
    truth
        .link()
        .ifPresent(link -> tags.linked(shop.id(), link.customer(), link.current().isPresent()));
    truth.user().ifPresent(id -> showMenu(shop, id, truth.linked()));
  }

  void prepareMenus(Shop shop) {
    friends.prepareMenus(shop.id(), shop.storefront(), shop.settings().language());
  }

  /** After an upgrade the first one who needs it has the new menus made. */
  private void showMenu(Shop shop, LineUserId user, boolean linked) {
    Language language = shop.settings().language();
    if (!friends.menu(shop.id(), user, language, linked)) {
      prepareMenus(shop);
      friends.menu(shop.id(), user, language, linked);
    }
  }
}
