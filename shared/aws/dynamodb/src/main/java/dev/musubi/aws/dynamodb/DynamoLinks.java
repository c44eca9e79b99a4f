package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Known;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.LinkOutcome;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.people.PastTie;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.Tie;
import dev.musubi.core.shop.Entropy;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * {@link Links}: the item of the customer, the item of the LINE user, those of their former
 * partners, the nonce and the event's marker change in one transaction. Where a condition fails,
 * everything is read and decided again.
 */
public final class DynamoLinks implements Links {

  private static final Duration EVENTS_KNOWN = Duration.ofDays(7);

  private final Table table;
  private final LinkItems items;
  private final LinkRights rights;
  private final Tombstones tombstones;
  private final InstantSource clock;

  public DynamoLinks(DynamoDbClient client, String table, InstantSource clock) {
    this.table = new Table(client, table);
    this.items = new LinkItems(table);
    this.rights = new LinkRights(this.table, items, clock);
    this.tombstones = new Tombstones(this.table);
    this.clock = clock;
  }

  @Override
  public Map<CustomerId, Link> find(ShopId shop, List<CustomerId> customers) {
    Map<CustomerId, Link> found = new LinkedHashMap<>();
    List<Item> keys = customers.stream().map(c -> LinkItems.linkKey(shop, c)).toList();
    table.find(keys, true).stream()
        .flatMap(item -> items.link(item).stream())
        .forEach(link -> found.put(link.customer(), link));
    return found;
  }

  /** Links, forwards and tombstones come with one call, once the shop's key is known. */
  @Override
  public Map<CustomerId, Known> know(ShopId shop, List<CustomerId> customers) {
    Instant now = clock.instant();
    List<Item> keys = new ArrayList<>(tombstones.beside(shop, customers));
    customers.forEach(customer -> keys.add(LinkItems.linkKey(shop, customer)));
    List<Item> read = table.find(keys, true);
    Map<CustomerId, Instant> erased = tombstones.among(shop, customers, read, now);
    Map<CustomerId, Known> known = new LinkedHashMap<>();
    for (CustomerId customer : customers) {
      Optional<Item> item = among(read, LinkItems.linkKey(shop, customer));
      Link link = item.flatMap(items::link).orElseGet(() -> Link.none(shop, customer));
      Optional<CustomerId> kept =
          item.filter(i -> i.live(now)).flatMap(i -> i.customer(LinkItems.CUSTOMER));
      known.put(customer, Known.of(link, kept, Optional.ofNullable(erased.get(customer))));
    }
    return known;
  }

  @Override
  public String bury(ShopId shop, Person person, Instant at, Entropy entropy) {
    tombstones.prepare(shop, entropy);
    Optional<String> user = person.lineUser().map(id -> tombstones.bury(shop, id, at));
    Optional<String> customer = person.customer().map(id -> tombstones.bury(shop, id, at));
    person
        .customer()
        .ifPresent(id -> rights.mergedInto(shop, id).forEach(m -> tombstones.bury(shop, m, at)));
    return customer.or(() -> user).orElseThrow();
  }

  @Override
  public Optional<String> hash(ShopId shop, CustomerId customer) {
    return tombstones.hash(shop, customer);
  }

  @Override
  public Optional<Instant> erased(ShopId shop, LineUserId user) {
    return tombstones.of(shop, user, clock.instant());
  }

  @Override
  public Optional<CustomerId> customerOf(ShopId shop, LineUserId user) {
    return table
        .find(LinkItems.userKey(shop, user))
        .flatMap(item -> item.customer(LinkItems.CUSTOMER));
  }

  /** The trail comes first: a nonce that an erasure could not find would bring a person back. */
  @Override
  public void open(LinkAttempt attempt) {
    List<String> hash = List.of(attempt.nonceHash());
    Instant until = attempt.expires().plus(EVENTS_KNOWN);
    table.update(
        LinkItems.trail(attempt.shop(), attempt.customer(), LinkItems.NONCES, hash, until));
    table.put(
        LinkItems.nonceKey(attempt.shop(), attempt.nonceHash())
            .with(LinkItems.CUSTOMER, attempt.customer().number())
            .with(LinkItems.ROUTE, attempt.route().name())
            .expiring(attempt.expires()));
  }

  @Override
  public LinkOutcome complete(
      ShopId shop, Nonce nonce, LineUserId user, String eventId, Instant now) {
    Patience patience = new Patience();
    while (true) {
      Optional<LinkOutcome> outcome =
          new Confirmation(shop, nonce.hash(), user, eventId, now).carryOut();
      if (outcome.isPresent()) {
        return outcome.get();
      }
      patience.again("the link changed");
    }
  }

  /** One confirmation of LINE's dialog, read whole and written whole. */
  private final class Confirmation {

    private final ShopId shop;
    private final String hash;
    private final LineUserId user;
    private final String eventId;
    private final Instant now;

    Confirmation(ShopId shop, String hash, LineUserId user, String eventId, Instant now) {
      this.shop = shop;
      this.hash = hash;
      this.user = user;
      this.eventId = eventId;
      this.now = now;
    }

    /** Nothing, if somebody was faster and all has to be read again. */
    Optional<LinkOutcome> carryOut() {
      Item nonceKey = LinkItems.nonceKey(shop, hash);
      Item eventKey = LinkItems.eventKey(shop, eventId);
      Item userKey = LinkItems.userKey(shop, user);
      List<Item> read = table.find(List.of(nonceKey, eventKey, userKey), true);
      Optional<Item> event = among(read, eventKey).filter(item -> item.live(now));
      if (event.isPresent()) {
        CustomerId customer = event.get().customer(LinkItems.CUSTOMER).orElseThrow();
        return Optional.of(new LinkOutcome.Repeated(link(shop, customer)));
      }
      Optional<Item> attempt = among(read, nonceKey).filter(item -> item.live(now));
      return attempt.isEmpty()
          ? Optional.of(new LinkOutcome.NoSuchNonce())
          : tie(attempt.get(), among(read, userKey).orElse(userKey));
    }

    private Optional<LinkOutcome> tie(Item attempt, Item userItem) {
      CustomerId customer = attempt.customer(LinkItems.CUSTOMER).orElseThrow();
      Optional<CustomerId> seen = userItem.customer(LinkItems.CUSTOMER);
      Optional<CustomerId> other = seen.filter(former -> !former.equals(customer));
      Link link = link(shop, customer);
      EntryRoute route = EntryRoute.valueOf(attempt.get(LinkItems.ROUTE));
      Link next = link.tiedTo(user) ? link : link.tied(new Tie(user, now, route));

      List<TransactWriteItem> writes = new ArrayList<>();
      List<Person> released = new ArrayList<>();
      writes.add(items.delete(attempt.keyOnly(), Condition.of("attribute_exists(pk)")));
      writes.add(items.marker(shop, eventId, customer, now, now.plus(EVENTS_KNOWN)));
      writes.add(
          LinkItems.trail(shop, customer, LinkItems.EVENTS, List.of(eventId), trailUntil())
              .inTransaction(table.name()));
      writes.add(items.put(next));
      writes.add(items.tie(userItem, customer, seen));
      link.current()
          .filter(former -> !former.lineUser().equals(user))
          .ifPresent(
              former -> {
                writes.add(items.release(shop, former.lineUser(), customer));
                released.add(Person.of(former.lineUser()));
              });
      other.ifPresent(
          former -> {
            writes.add(items.put(link(shop, former).ended(now)));
            released.add(Person.of(former));
          });
      if (!table.transact(writes)) {
        return Optional.empty();
      }
      rights.forgetDropped(link, next);
      return Optional.of(new LinkOutcome.Linked(next.with(next.version().next()), released));
    }

    private Instant trailUntil() {
      return now.plus(EVENTS_KNOWN).plus(EVENTS_KNOWN);
    }
  }

  @Override
  public Saved end(Link seen, Instant at, PastTie.End why) {
    if (seen.current().isEmpty()) {
      boolean still = link(seen.shop(), seen.customer()).version().equals(seen.version());
      return still ? Saved.DONE : Saved.LOST;
    }
    LineUserId user = seen.current().get().lineUser();
    Link next = seen.ended(at, why);
    boolean done =
        table.transact(List.of(items.put(next), items.release(seen.shop(), user, seen.customer())));
    if (done) {
      rights.forgetDropped(seen, next);
    }
    return done ? Saved.DONE : Saved.LOST;
  }

  @Override
  public void erase(ShopId shop, Person person) {
    person.customer().ifPresent(customer -> rights.erase(shop, customer));
    person.lineUser().ifPresent(user -> rights.erase(shop, user));
  }

  @Override
  public void move(ShopId shop, CustomerId from, CustomerId to) {
    if (!from.equals(to)) {
      rights.move(shop, from, to);
    }
  }

  @Override
  public List<Holding> export(ShopId shop, Person person) {
    TreeSet<CustomerId> customers = new TreeSet<>();
    person.customer().ifPresent(customers::add);
    person
        .lineUser()
        .flatMap(user -> table.find(LinkItems.userKey(shop, user)))
        .ifPresent(item -> customers.addAll(rights.partners(item)));
    return find(shop, List.copyOf(customers)).values().stream()
        .flatMap(link -> link.holdings(person).stream())
        .toList();
  }

  private Link link(ShopId shop, CustomerId customer) {
    return table
        .find(LinkItems.linkKey(shop, customer))
        .flatMap(items::link)
        .orElseGet(() -> Link.none(shop, customer));
  }

  private static Optional<Item> among(List<Item> read, Item key) {
    return read.stream().filter(item -> item.get(Item.PK).equals(key.get(Item.PK))).findFirst();
  }
}
