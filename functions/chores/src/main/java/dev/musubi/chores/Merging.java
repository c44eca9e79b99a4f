package dev.musubi.chores;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.PastTie;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.Tie;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.Shop;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Follows Shopify when it merges or deletes customers. Of a merge both are told, in any order: a
 * link that the deletion ended comes back with the merge.
 */
final class Merging {

  /** Shorter than any delay of a reminder. */
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(15);

  private final Holders holders;
  private final Reconciliation reconciliation;
  private final Outbox outbox;
  private final InstantSource clock;

  Merging(Holders holders, Reconciliation reconciliation, Outbox outbox, InstantSource clock) {
    this.holders = holders;
    this.reconciliation = reconciliation;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * The link goes first: from then on what is told or sent under the former number goes to the one
   * that is kept. What was on its way then and was written under the former number follows a
   * quarter of an hour later, before the next reminder, and what came by Shopify's last retries
   * after a day.
   */
  void merge(Shop shop, Chore.Merge merge) {
    holders.links().move(shop.id(), merge.from(), merge.to());
    holders.others().forEach(s -> s.data().move(shop.id(), merge.from(), merge.to()));
    reconciliation.reconcile(shop, Person.of(merge.to()));
    holders.link(shop.id(), merge.to()).map(Link::lineUsers).orElse(List.of()).stream()
        .map(Person::of)
        .forEach(account -> reconciliation.reconcile(shop, account));
    if (!merge.again()) {
      Chore again = new Chore.Merge(shop.id(), merge.from(), merge.to(), true);
      outbox.at(clock.instant().plus(ON_ITS_WAY), again);
      outbox.at(clock.instant().plus(Erasure.ONCE_MORE), again);
    }
  }

  /** A customer who was merged has no link of their own any more, and so nothing to lose. */
  void depart(Shop shop, CustomerId customer) {
    if (!holders.standing(shop.id(), customer).equals(customer)) {
      return;
    }
    Optional<Link> link = holders.link(shop.id(), customer);
    while (link.flatMap(Link::current).isPresent()
        && holders.links().end(link.get(), clock.instant(), PastTie.End.CUSTOMER_DELETED)
            == Saved.LOST) {
      link = holders.link(shop.id(), customer);
    }
    Optional<LineUserId> user =
        link.flatMap(l -> l.current().or(l::lostByDeletion)).map(Tie::lineUser);
    user.ifPresent(id -> reconciliation.reconcile(shop, Person.of(customer, id)));
  }
}
