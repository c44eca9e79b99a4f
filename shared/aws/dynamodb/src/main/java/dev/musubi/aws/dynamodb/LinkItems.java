package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.shop.ShopId;
import dev.musubi.wire.LinkCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The items of the table of links and the conditional writes to them. A LINE user's item holds the
 * customer they are tied to and, as attributes {@code f<customer>}, those they were tied to.
 */
final class LinkItems {

  static final String CUSTOMER = "customer";
  static final String ROUTE = "route";
  static final String NONCES = "nonces";
  static final String EVENTS = "events";
  static final String MERGED = "merged";

  private static final String FORMER = "f";
  private static final String TIED = "customer = :customer";
  private static final AttributeValue YES = AttributeValue.fromBool(true);

  private final String table;
  private final LinkCodec codec = new LinkCodec();

  LinkItems(String table) {
    this.table = table;
  }

  static Item linkKey(ShopId shop, CustomerId customer) {
    return Item.key(shop + "#customer#" + customer);
  }

  static Item userKey(ShopId shop, LineUserId user) {
    return Item.key(shop + "#user#" + user.value());
  }

  static Item nonceKey(ShopId shop, String hash) {
    return Item.key(shop + "#nonce#" + hash);
  }

  static Item eventKey(ShopId shop, String eventId) {
    return Item.key(shop + "#event#" + eventId);
  }

  /** Which nonces, events and merged numbers name a customer, so that an erasure finds them. */
  static Item trailKey(ShopId shop, CustomerId customer) {
    return Item.key(shop + "#trail#" + customer);
  }

  /** Nothing, where only a forward of a merged number stands. */
  Optional<Link> link(Item item) {
    return item.find(Item.DOCUMENT).map(codec::read);
  }

  /** Stands for a customer who was merged into another. */
  static Item forward(ShopId shop, CustomerId from, CustomerId to, Instant until) {
    return linkKey(shop, from).with(CUSTOMER, to.number()).expiring(until);
  }

  /** The customers that a LINE user's item names as former ones. */
  static List<CustomerId> former(Item user) {
    return user.attributes().keySet().stream()
        .filter(name -> name.startsWith(FORMER))
        .flatMap(name -> CustomerId.parse(name.substring(FORMER.length())).stream())
        .sorted()
        .toList();
  }

  /** Stores the link one version on, if the stored version is still its own. */
  TransactWriteItem put(Link next) {
    Link stored = next.with(next.version().next());
    Item item =
        linkKey(next.shop(), next.customer())
            .with(Item.DOCUMENT, codec.write(stored))
            .with(stored.version());
    return put(item, Condition.still(next.version()));
  }

  TransactWriteItem delete(Link seen) {
    return delete(linkKey(seen.shop(), seen.customer()), Condition.still(seen.version()));
  }

  TransactWriteItem put(Item item, Condition condition) {
    return TransactWriteItem.builder()
        .put(
            p ->
                p.tableName(table)
                    .item(item.attributes())
                    .conditionExpression(condition.expression())
                    .expressionAttributeValues(condition.valuesOrNull()))
        .build();
  }

  TransactWriteItem delete(Item key, Condition condition) {
    return TransactWriteItem.builder()
        .delete(
            d ->
                d.tableName(table)
                    .key(key.attributes())
                    .conditionExpression(condition.expression())
                    .expressionAttributeValues(condition.valuesOrNull()))
        .build();
  }

  /** Ties the user to the customer, if the user is still tied to whom was seen, or to nobody. */
  TransactWriteItem tie(Item user, CustomerId customer, Optional<CustomerId> seen) {
    Optional<CustomerId> other = seen.filter(former -> !former.equals(customer));
    Update update =
        Update.of(
                user.keyOnly(),
                "SET customer = :next" + (other.isPresent() ? ", #former = :yes" : ""),
                seen.isPresent() ? TIED : "attribute_not_exists(customer)")
            .value(":next", customer.number());
    if (seen.isPresent()) {
      update = update.value(":customer", seen.get().number());
    }
    if (other.isPresent()) {
      update = update.name("#former", FORMER + other.get()).value(":yes", YES);
    }
    return update.inTransaction(table);
  }

  /** The user is no longer tied to the customer, but was. */
  TransactWriteItem release(ShopId shop, LineUserId user, CustomerId customer) {
    return Update.of(userKey(shop, user), "REMOVE customer SET #former = :yes", TIED)
        .name("#former", FORMER + customer)
        .value(":yes", YES)
        .value(":customer", customer.number())
        .inTransaction(table);
  }

  /** The user is not tied to the customer and never was. */
  TransactWriteItem untie(ShopId shop, LineUserId user, CustomerId customer) {
    return Update.of(userKey(shop, user), "REMOVE customer, #former", TIED)
        .name("#former", FORMER + customer)
        .value(":customer", customer.number())
        .inTransaction(table);
  }

  /** The user was never tied to the customer. */
  static Update forget(ShopId shop, LineUserId user, CustomerId customer) {
    return Update.of(userKey(shop, user), "REMOVE #former", "attribute_exists(pk)")
        .name("#former", FORMER + customer);
  }

  /** The user is tied to {@code to} as if {@code from} had not been deleted, if tied to nobody. */
  TransactWriteItem revive(ShopId shop, LineUserId user, CustomerId from, CustomerId to) {
    return Update.of(
            userKey(shop, user),
            "REMOVE #from SET customer = :to",
            "attribute_not_exists(customer)")
        .name("#from", FORMER + from)
        .value(":to", to.number())
        .inTransaction(table);
  }

  /** What the user's item says of {@code from} it says of {@code to} from now on. */
  TransactWriteItem readdress(Link from, CustomerId to, LineUserId user, boolean staysTied) {
    Item key = userKey(from.shop(), user);
    String former = FORMER + from.customer();
    if (!from.tiedTo(user)) {
      return Update.of(key, "REMOVE #from SET #to = :yes", "")
          .name("#from", former)
          .name("#to", FORMER + to)
          .value(":yes", YES)
          .inTransaction(table);
    }
    Update update =
        staysTied
            ? Update.of(key, "REMOVE #from SET customer = :to", TIED).value(":to", to.number())
            : Update.of(key, "REMOVE #from, customer SET #to = :yes", TIED)
                .name("#to", FORMER + to)
                .value(":yes", YES);
    return update
        .name("#from", former)
        .value(":customer", from.customer().number())
        .inTransaction(table);
  }

  /** An event that was carried out, known for a week. */
  TransactWriteItem marker(
      ShopId shop, String eventId, CustomerId customer, Instant now, Instant until) {
    return put(
        eventKey(shop, eventId).with(CUSTOMER, customer.number()).expiring(until),
        Condition.of("attribute_not_exists(pk) OR expiresAt <= :now")
            .with(":now", Item.number(now.getEpochSecond())));
  }

  /** Adds to one list of the customer's trail. */
  static Update trail(
      ShopId shop, CustomerId customer, String list, List<String> names, Instant until) {
    return Update.of(trailKey(shop, customer), "ADD #list :names SET expiresAt = :until", "")
        .name("#list", list)
        .value(":names", AttributeValue.fromSs(names))
        .value(":until", until.getEpochSecond());
  }

  /** Every nonce, event and forward of a trail. */
  static List<Item> named(ShopId shop, Item trail) {
    List<Item> named = new ArrayList<>();
    trail.texts(NONCES).forEach(hash -> named.add(nonceKey(shop, hash)));
    trail.texts(EVENTS).forEach(id -> named.add(eventKey(shop, id)));
    merged(trail).forEach(customer -> named.add(linkKey(shop, customer)));
    return named;
  }

  /** The customers who were merged into that of the trail. */
  static List<CustomerId> merged(Item trail) {
    return trail.texts(MERGED).stream().flatMap(id -> CustomerId.parse(id).stream()).toList();
  }
}
