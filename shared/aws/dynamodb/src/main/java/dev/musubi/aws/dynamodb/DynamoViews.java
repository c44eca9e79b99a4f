package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductViewed;
import dev.musubi.core.shopping.ViewTally;
import dev.musubi.core.shopping.Views;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * {@link Views} in the table of shopping: one item per shop, day, shard and customer, to which
 * every view is added by one update.
 */
public final class DynamoViews implements Views {

  private static final String UNSEEN =
      "(attribute_not_exists(seen) OR NOT contains(seen, :event))"
          + " AND (attribute_not_exists(#total) OR #total < :most)";
  private static final String LATEST = " AND (attribute_not_exists(#last) OR #last <= :at)";
  private static final String COUNT =
      "ADD #total :one, #times :one, seen :events SET expiresAt = :expires";

  private final Table table;
  private final InstantSource clock;

  public DynamoViews(DynamoDbClient client, String table, InstantSource clock) {
    this.table = new Table(client, table);
    this.clock = clock;
  }

  @Override
  public void add(ProductViewed view) {
    long at = view.at().toEpochMilli();
    Update latest =
        counting(view, COUNT + ", #last = :at", UNSEEN + LATEST)
            .name("#last", TallyItem.last(view.product()))
            .value(":at", at);
    if (table.update(latest) instanceof Written.Lost(Optional<Item> standing)) {
      boolean late = standing.filter(i -> i.count(TallyItem.last(view.product())) > at).isPresent();
      if (late) {
        table.update(counting(view, COUNT, UNSEEN));
      }
    }
  }

  private static Update counting(ProductViewed view, String expression, String condition) {
    Item key = TallyItem.key(view.shop(), view.day(), view.customer());
    return Update.of(key, expression, condition)
        .name("#total", TallyItem.TOTAL)
        .name("#times", TallyItem.times(view.product()))
        .value(":one", 1)
        .value(":most", MOST_A_DAY)
        .value(":event", view.eventId())
        .value(":events", AttributeValue.fromSs(List.of(view.eventId())))
        .value(":expires", TallyItem.expires(view.day()).getEpochSecond());
  }

  @Override
  public TallyPage of(
      ShopId shop, LocalDate day, int shard, Optional<CustomerId> after, int limit) {
    if (!TallyItem.expires(day).isAfter(clock.instant())) {
      return new TallyPage(List.of(), false);
    }
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":pk", Item.text(TallyItem.pk(shop, day, shard)));
    after.ifPresent(customer -> values.put(":after", Item.text(TallyItem.sk(customer))));
    Table.Page page =
        table.page(
            r ->
                r.keyConditionExpression(
                        after.isPresent() ? "pk = :pk AND sk > :after" : "pk = :pk")
                    .expressionAttributeValues(values)
                    .limit(limit));
    return new TallyPage(
        page.items().stream().map(TallyItem::tally).toList(),
        page.more() && !page.items().isEmpty());
  }

  @Override
  public Map<CustomerId, ViewTally> of(ShopId shop, LocalDate day, List<CustomerId> customers) {
    Map<CustomerId, ViewTally> found = new LinkedHashMap<>();
    if (TallyItem.expires(day).isAfter(clock.instant())) {
      List<Item> keys = customers.stream().map(c -> TallyItem.key(shop, day, c)).toList();
      table.find(keys, false).stream()
          .map(TallyItem::tally)
          .forEach(tally -> found.put(tally.customer(), tally));
    }
    return found;
  }

  @Override
  public void erase(ShopId shop, Person person) {
    person
        .customer()
        .ifPresent(
            customer ->
                table.deleteAll(
                    days().stream().map(day -> TallyItem.key(shop, day, customer)).toList()));
  }

  @Override
  public void move(ShopId shop, CustomerId from, CustomerId to) {
    if (from.equals(to)) {
      return;
    }
    List<Item> keys = days().stream().map(day -> TallyItem.key(shop, day, from)).toList();
    for (Item found : table.find(keys, true)) {
      Patience patience = new Patience();
      Optional<Item> moved = Optional.of(found);
      while (moved.isPresent()) {
        Item key = TallyItem.key(shop, TallyItem.day(found), to);
        Optional<Item> kept = table.find(key);
        if (table.transact(TallyItem.join(table.name(), key, kept, moved.get()))) {
          break;
        }
        patience.again("a customer's views changed");
        moved = table.find(found.keyOnly());
      }
    }
  }

  @Override
  public List<Holding> export(ShopId shop, Person person) {
    return person
        .customer()
        .map(
            customer ->
                table.find(
                    days().stream().map(day -> TallyItem.key(shop, day, customer)).toList(), true))
        .orElse(List.of())
        .stream()
        .sorted((a, b) -> TallyItem.day(a).compareTo(TallyItem.day(b)))
        .flatMap(item -> TallyItem.tally(item).holdings(TallyItem.day(item)).stream())
        .toList();
  }

  /** Every day, anywhere on earth, whose views may still be held. */
  private List<LocalDate> days() {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    return IntStream.rangeClosed(-1, KEPT.getDays() + 2).mapToObj(today::minusDays).toList();
  }
}
