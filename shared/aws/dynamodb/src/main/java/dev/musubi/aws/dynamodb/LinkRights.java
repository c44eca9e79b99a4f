package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Tie;
import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Erasing and moving persons in the table of links, both sides and every item that names them. */
final class LinkRights {

  private final Table table;
  private final LinkItems items;
  private final InstantSource clock;

  LinkRights(Table table, LinkItems items, InstantSource clock) {
    this.table = table;
    this.items = items;
    this.clock = clock;
  }

  /** Everybody whom a LINE user's item names. */
  TreeSet<CustomerId> partners(Item user) {
    TreeSet<CustomerId> partners = new TreeSet<>(LinkItems.former(user));
    user.customer(LinkItems.CUSTOMER).ifPresent(partners::add);
    return partners;
  }

  /** The nonces and the accounts' side first, the link itself last. */
  void erase(ShopId shop, CustomerId customer) {
    table
        .find(LinkItems.trailKey(shop, customer))
        .ifPresent(
            trail -> {
              table.deleteAll(LinkItems.named(shop, trail));
              table.delete(trail.keyOnly());
            });
    table.delete(LinkItems.linkKey(shop, customer), Condition.of("attribute_not_exists(document)"));
    Patience patience = new Patience();
    for (Optional<Link> link = link(shop, customer);
        link.isPresent();
        link = link(shop, customer)) {
      Link seen = link.get();
      past(seen).forEach(user -> forget(shop, user, customer));
      List<TransactWriteItem> writes = new ArrayList<>(List.of(items.delete(seen)));
      Optional<LineUserId> user = seen.current().map(Tie::lineUser);
      user.ifPresent(tied -> writes.add(items.untie(shop, tied, customer)));
      if (table.transact(writes)) {
        user.ifPresent(tied -> deleteIfEmpty(shop, tied));
        return;
      }
      patience.again("the link changed");
    }
  }

  void erase(ShopId shop, LineUserId user) {
    Patience patience = new Patience();
    Item key = LinkItems.userKey(shop, user);
    for (Optional<Item> item = table.find(key); item.isPresent(); item = table.find(key)) {
      List<TransactWriteItem> writes = new ArrayList<>();
      for (CustomerId customer : partners(item.get())) {
        link(shop, customer)
            .filter(link -> link.lineUsers().contains(user))
            .map(link -> link.without(user))
            .ifPresent(next -> writes.add(next.empty() ? items.delete(next) : items.put(next)));
      }
      writes.add(items.delete(key, stillTied(item.get())));
      if (table.transact(writes)) {
        return;
      }
      patience.again("the link changed");
    }
  }

  private static Condition stillTied(Item user) {
    return user.customer(LinkItems.CUSTOMER)
        .map(c -> Condition.of("customer = :seen").with(":seen", Item.number(c.number())))
        .orElseGet(() -> Condition.of("attribute_not_exists(customer)"));
  }

  /** Who was merged into the customer, as far as it is remembered. */
  List<CustomerId> mergedInto(ShopId shop, CustomerId customer) {
    return table.find(LinkItems.trailKey(shop, customer)).map(LinkItems::merged).orElse(List.of());
  }

  /** The trail comes first: a forward that an erasure could not find would name the person. */
  void move(ShopId shop, CustomerId from, CustomerId to) {
    Instant until = clock.instant().plus(Links.REMEMBERED);
    table.update(LinkItems.trail(shop, to, LinkItems.MERGED, List.of(from.toString()), until));
    moveTrail(shop, from, to, until);
    Item forward = LinkItems.forward(shop, from, to, until);
    Patience patience = new Patience();
    for (Optional<Link> moved = link(shop, from); moved.isPresent(); moved = link(shop, from)) {
      Link kept = link(shop, to).orElseGet(() -> Link.none(shop, to));
      if (moveLink(moved.get(), kept, forward)) {
        return;
      }
      patience.again("the link changed");
    }
    table.put(forward);
  }

  private boolean moveLink(Link former, Link kept, Item forward) {
    ShopId shop = kept.shop();
    Optional<LineUserId> revived =
        former.lostByDeletion().map(Tie::lineUser).filter(user -> revives(shop, user, kept));
    Link joined = kept.joined(revived.isPresent() ? former.revived() : former, clock.instant());
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(items.put(joined));
    writes.add(items.put(forward, Condition.still(former.version())));
    for (LineUserId user : former.lineUsers()) {
      writes.add(
          revived.filter(user::equals).isPresent()
              ? items.revive(shop, user, former.customer(), kept.customer())
              : items.readdress(former, kept.customer(), user, joined.tiedTo(user)));
    }
    boolean done = table.transact(writes);
    if (done) {
      forgetDropped(kept, joined);
      former.lineUsers().stream()
          .filter(user -> !joined.lineUsers().contains(user))
          .forEach(user -> forget(shop, user, kept.customer()));
    }
    return done;
  }

  /** What a deletion ended comes back with the merge, unless either side is tied anew by now. */
  private boolean revives(ShopId shop, LineUserId user, Link kept) {
    return kept.current().isEmpty()
        && table
            .find(LinkItems.userKey(shop, user))
            .flatMap(item -> item.customer(LinkItems.CUSTOMER))
            .isEmpty();
  }

  private void moveTrail(ShopId shop, CustomerId from, CustomerId to, Instant until) {
    Optional<Item> found = table.find(LinkItems.trailKey(shop, from));
    if (found.isEmpty()) {
      return;
    }
    Item trail = found.get();
    for (String list : List.of(LinkItems.NONCES, LinkItems.EVENTS, LinkItems.MERGED)) {
      if (!trail.texts(list).isEmpty()) {
        table.update(LinkItems.trail(shop, to, list, trail.texts(list), until));
      }
    }
    for (Item named : LinkItems.named(shop, trail)) {
      table.update(
          Update.of(named, "SET customer = :to", "customer = :from")
              .value(":to", to.number())
              .value(":from", from.number()));
    }
    table.delete(trail.keyOnly());
  }

  /** What fell out of a full history no longer names the customer on the account's side either. */
  void forgetDropped(Link before, Link after) {
    before.lineUsers().stream()
        .filter(user -> !after.lineUsers().contains(user))
        .forEach(user -> forget(before.shop(), user, before.customer()));
  }

  private void forget(ShopId shop, LineUserId user, CustomerId customer) {
    table.update(LinkItems.forget(shop, user, customer));
    deleteIfEmpty(shop, user);
  }

  /** An item that names nobody any more is still a trace of its user. */
  private void deleteIfEmpty(ShopId shop, LineUserId user) {
    table
        .find(LinkItems.userKey(shop, user))
        .filter(item -> partners(item).isEmpty())
        .ifPresent(
            item -> table.delete(item.keyOnly(), Condition.of("attribute_not_exists(customer)")));
  }

  private static List<LineUserId> past(Link link) {
    return link.lineUsers().stream().filter(user -> !link.tiedTo(user)).toList();
  }

  private Optional<Link> link(ShopId shop, CustomerId customer) {
    return table.find(LinkItems.linkKey(shop, customer)).flatMap(items::link);
  }
}
