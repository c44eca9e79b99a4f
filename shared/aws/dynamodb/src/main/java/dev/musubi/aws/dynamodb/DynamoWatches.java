package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Place;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Watch;
import dev.musubi.core.shopping.Watches;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * {@link Watches} in the table of shopping: a wish under its customer and its place in the
 * variant's line, always written together; the line is spread over shards and read oldest first.
 */
public final class DynamoWatches implements Watches {

  private final Table table;
  private final InstantSource clock;

  public DynamoWatches(DynamoDbClient client, String table, InstantSource clock) {
    this.table = new Table(client, table);
    this.clock = clock;
  }

  @Override
  public void add(ShopId shop, Watch watch) {
    Instant now = clock.instant();
    if (watch.since().plus(KEPT).isAfter(now)) {
      WatchItems items = new WatchItems(table.name(), shop);
      table.transact(List.of(items.putWishUnlessKept(watch, now), items.putPlace(watch)));
    }
  }

  @Override
  public List<Watch> of(ShopId shop, CustomerId customer) {
    return all(shop, customer).stream()
        .filter(item -> item.live(clock.instant()))
        .map(WatchItems::watch)
        .sorted(Comparator.comparing(Watch::since).thenComparing(Watch::variant))
        .toList();
  }

  @Override
  public Map<CustomerId, Watch> of(ShopId shop, VariantId variant, List<CustomerId> customers) {
    Map<CustomerId, Watch> found = new TreeMap<>();
    List<Item> keys = customers.stream().map(c -> WatchItems.wish(shop, c, variant)).toList();
    table.find(keys, true).stream()
        .filter(item -> item.live(clock.instant()))
        .map(WatchItems::watch)
        .forEach(watch -> found.put(watch.customer(), watch));
    return found;
  }

  @Override
  public void remove(ShopId shop, Watch watch) {
    WatchItems items = new WatchItems(table.name(), shop);
    if (!table.transact(List.of(items.deleteWish(watch), items.deletePlace(watch)))) {
      table.delete(WatchItems.place(shop, watch));
    }
  }

  @Override
  public List<Watch> line(ShopId shop, VariantId variant, Optional<Place> after, int limit) {
    List<Watch> line = new ArrayList<>();
    for (int shard = 0; shard < SHARDS; shard++) {
      line.addAll(line(WatchItems.line(shop, variant, shard), variant, after, limit));
    }
    return line.stream().sorted(Comparator.comparing(Watch::place)).limit(limit).toList();
  }

  /** Places sort before and after each other as their keys do; those of the told come later. */
  private List<Watch> line(String pk, VariantId variant, Optional<Place> after, int limit) {
    String from = after.map(WatchItems::sk).orElse(WatchItems.FIRST);
    List<Watch> line = new ArrayList<>();
    for (Table.Page page = page(pk, from, limit); ; page = page(pk, from, limit)) {
      page.items().stream()
          .filter(item -> item.live(clock.instant()))
          .map(item -> WatchItems.watch(item, variant))
          .forEach(line::add);
      if (!page.more() || line.size() >= limit || page.items().isEmpty()) {
        return line;
      }
      from = page.items().getLast().get(Item.SK);
    }
  }

  private Table.Page page(String pk, String after, int limit) {
    return table.page(
        r ->
            r.keyConditionExpression("pk = :pk AND sk BETWEEN :after AND :last")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", Item.text(pk),
                        ":after", Item.text(after + WatchItems.AFTER),
                        ":last", Item.text(WatchItems.LAST)))
                .consistentRead(true)
                .limit(limit));
  }

  @Override
  public void told(ShopId shop, Watch watch, Instant at, boolean waitsOn) {
    WatchItems items = new WatchItems(table.name(), shop);
    items.told(watch.variant(), watch.customer(), at).forEach(table::put);
    if (!waitsOn) {
      remove(shop, watch);
    }
  }

  @Override
  public Tally tally(ShopId shop, VariantId variant) {
    long told = 0;
    long waiting = 0;
    Instant now = clock.instant();
    for (int shard = 0; shard < SHARDS; shard++) {
      String pk = WatchItems.line(shop, variant, shard);
      told += count(pk, WatchItems.TOLD, now);
      waiting += count(pk, WatchItems.WAITING, now);
    }
    return new Tally(told, waiting);
  }

  private long count(String pk, String prefix, Instant now) {
    return table.count(
        r ->
            r.keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                .filterExpression("expiresAt > :now")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", Item.text(pk),
                        ":prefix", Item.text(prefix),
                        ":now", Item.number(now.getEpochSecond())))
                .select(Select.COUNT));
  }

  @Override
  public void erase(ShopId shop, Person person) {
    person.customer().ifPresent(customer -> erase(shop, customer));
  }

  /** What leads to the count of the told goes after it, as with every pointer. */
  private void erase(ShopId shop, CustomerId customer) {
    table.deleteAll(
        all(shop, customer).stream()
            .map(WatchItems::watch)
            .flatMap(watch -> WatchItems.keys(shop, watch).stream())
            .toList());
    told(shop, customer).forEach(variant -> forgetTold(shop, variant, customer));
  }

  private void forgetTold(ShopId shop, VariantId variant, CustomerId customer) {
    WatchItems.toldKeys(shop, variant, customer).reversed().forEach(table::delete);
  }

  @Override
  public void move(ShopId shop, CustomerId from, CustomerId to) {
    if (from.equals(to)) {
      return;
    }
    WatchItems items = new WatchItems(table.name(), shop);
    for (Item item : all(shop, from)) {
      Watch watch = WatchItems.watch(item);
      Optional<Watch> theirs =
          table.find(WatchItems.wish(shop, to, watch.variant())).map(WatchItems::watch);
      Watch moved = watch.movedTo(to, theirs.map(Watch::since).orElse(watch.since()));
      List<TransactWriteItem> writes =
          new ArrayList<>(
              List.of(
                  items.deleteWish(watch),
                  items.deletePlace(watch),
                  items.putWish(moved),
                  items.putPlace(moved)));
      theirs.filter(t -> !t.equals(moved)).map(items::deletePlace).ifPresent(writes::add);
      table.transact(writes);
    }
    for (VariantId variant : told(shop, from)) {
      items.told(variant, to, clock.instant()).forEach(table::put);
      forgetTold(shop, variant, from);
    }
  }

  @Override
  public List<Holding> export(ShopId shop, Person person) {
    return person.customer().stream()
        .flatMap(
            customer ->
                Stream.concat(
                    of(shop, customer).stream().map(Watch::holding),
                    told(shop, customer).stream().map(Watch::toldHolding)))
        .toList();
  }

  /** Every wish of a customer, what has expired included. */
  private List<Item> all(ShopId shop, CustomerId customer) {
    return table.all(
        r ->
            r.keyConditionExpression("pk = :pk AND sk < :told")
                .consistentRead(true)
                .expressionAttributeValues(under(shop, customer)));
  }

  /** Of which variants a customer was told. */
  private List<VariantId> told(ShopId shop, CustomerId customer) {
    return table
        .all(
            r ->
                r.keyConditionExpression("pk = :pk AND begins_with(sk, :told)")
                    .consistentRead(true)
                    .expressionAttributeValues(under(shop, customer)))
        .stream()
        .map(WatchItems::toldOf)
        .toList();
  }

  private static Map<String, AttributeValue> under(ShopId shop, CustomerId customer) {
    return Map.of(
        ":pk", Item.text(WatchItems.wishes(shop, customer)), ":told", Item.text(WatchItems.TOLD));
  }
}
