package dev.musubi.link;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.Tie;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.Shop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Use case: a customer who is logged in at the shop sees the link, and ends it. */
final class Unlinking {

  private final Links links;
  private final Outbox outbox;

  Unlinking(Links links, Outbox outbox) {
    this.links = links;
    this.outbox = outbox;
  }

  boolean linked(Shop shop, CustomerId customer) {
    return link(shop, customer).current().isPresent();
  }

  /**
   * The reconcile is scheduled before the link ends and queued after it: dying in between leaves no
   * stale tag.
   */
  void end(Shop shop, CustomerId customer, Instant now) {
    for (Link link = link(shop, customer);
        link.current().isPresent();
        link = link(shop, customer)) {
      LineUserId user = link.current().map(Tie::lineUser).orElseThrow();
      Chore reconcile = new Chore.Reconcile(shop.id(), Person.of(customer, user));
      outbox.at(now, reconcile);
      if (links.end(link, now) == Saved.DONE) {
        outbox.now(List.of(reconcile));
        return;
      }
    }
  }

  private Link link(Shop shop, CustomerId customer) {
    return Optional.ofNullable(links.find(shop.id(), List.of(customer)).get(customer))
        .orElseGet(() -> Link.none(shop.id(), customer));
  }
}
