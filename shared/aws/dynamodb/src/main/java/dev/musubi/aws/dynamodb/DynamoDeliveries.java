package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.shop.ShopId;
import dev.musubi.wire.DeliveryCodec;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * {@link Deliveries}: a row under its addressee; sent rows, the many and the highest, are written
 * in batches, the others each under the condition that they rise.
 */
public final class DynamoDeliveries implements Deliveries {

  private static final int DAY_SHARDS = 8;
  private static final String INDEX = "by-day";
  private static final String DAY = "day";
  private static final String RANK = "resultRank";

  private final Table table;
  private final InstantSource clock;
  private final DeliveryCodec codec = new DeliveryCodec();

  public DynamoDeliveries(DynamoDbClient client, String table, InstantSource clock) {
    this.table = new Table(client, table);
    this.clock = clock;
  }

  @Override
  public void record(List<Delivery> deliveries) {
    Map<Item, Delivery> highest = new LinkedHashMap<>();
    deliveries.forEach(
        row -> highest.merge(key(row.intent()), row, (a, b) -> b.outranks(a) ? b : a));
    List<WriteRequest> sent = new ArrayList<>();
    highest.forEach(
        (key, row) -> {
          if (row.result() instanceof Result.Sent) {
            sent.add(
                WriteRequest.builder().putRequest(p -> p.item(item(row).attributes())).build());
          }
        });
    table.write(sent);
    highest.values().stream()
        .filter(row -> !(row.result() instanceof Result.Sent))
        .forEach(this::recordIfHigher);
  }

  private void recordIfHigher(Delivery row) {
    table.put(
        item(row),
        Condition.of("attribute_not_exists(pk) OR " + RANK + " < :rank")
            .with(":rank", Item.number(row.result().rank())));
  }

  @Override
  public Optional<Delivery> find(SendIntent intent) {
    return table.find(key(intent)).filter(this::live).map(this::row);
  }

  @Override
  public Map<SendId, Delivery> find(List<SendIntent> intents) {
    Map<SendId, Delivery> found = new TreeMap<>();
    table.find(intents.stream().map(DynamoDeliveries::key).toList(), true).stream()
        .filter(this::live)
        .map(this::row)
        .forEach(row -> found.put(row.intent().id(), row));
    return found;
  }

  @Override
  public List<Delivery> of(ShopId shop, Addressee to, int limit) {
    return table
        .page(
            r ->
                r.keyConditionExpression("pk = :pk")
                    .filterExpression("expiresAt > :now")
                    .expressionAttributeValues(values(shop, to))
                    .scanIndexForward(false)
                    .limit(limit))
        .items()
        .stream()
        .map(this::row)
        .toList();
  }

  @Override
  public List<Delivery> on(ShopId shop, LocalDate day) {
    List<Item> rows = new ArrayList<>();
    for (int shard = 0; shard < DAY_SHARDS; shard++) {
      String ofDay = day(shop, day, shard);
      rows.addAll(
          table.all(
              r ->
                  r.indexName(INDEX)
                      .keyConditionExpression("#day = :day")
                      .expressionAttributeNames(Map.of("#day", DAY))
                      .expressionAttributeValues(Map.of(":day", Item.text(ofDay)))));
    }
    return rows.stream()
        .filter(this::live)
        .sorted(Comparator.comparing(item -> item.get(Item.SK)))
        .map(this::row)
        .toList();
  }

  @Override
  public void erase(ShopId shop, Person person) {
    person
        .customer()
        .ifPresent(
            customer ->
                table.deleteAll(
                    all(shop, new Addressee.Customer(customer)).stream()
                        .map(Item::keyOnly)
                        .toList()));
  }

  @Override
  public void move(ShopId shop, CustomerId from, CustomerId to) {
    if (!from.equals(to)) {
      List<Item> moved = all(shop, new Addressee.Customer(from));
      record(moved.stream().map(item -> row(item).movedTo(to)).toList());
      table.deleteAll(moved.stream().map(Item::keyOnly).toList());
    }
  }

  @Override
  public List<Holding> export(ShopId shop, Person person) {
    return person
        .customer()
        .map(customer -> all(shop, new Addressee.Customer(customer)).reversed())
        .orElse(List.of())
        .stream()
        .filter(this::live)
        .map(item -> row(item).holding())
        .toList();
  }

  /** Everything under an addressee, oldest first, what has expired included. */
  private List<Item> all(ShopId shop, Addressee to) {
    return table.all(
        r ->
            r.keyConditionExpression("pk = :pk")
                .consistentRead(true)
                .expressionAttributeValues(Map.of(":pk", Item.text(pk(shop, to)))));
  }

  private Item item(Delivery row) {
    SendIntent intent = row.intent();
    LocalDate day = intent.due().atZone(ZoneOffset.UTC).toLocalDate();
    int shard = Math.floorMod(intent.id().hex().hashCode(), DAY_SHARDS);
    return key(intent)
        .with(DAY, day(intent.shop(), day, shard))
        .with(RANK, row.result().rank())
        .with(Item.DOCUMENT, codec.write(row))
        .expiring(intent.due().plus(KEPT));
  }

  private Delivery row(Item item) {
    return codec.read(item.get(Item.DOCUMENT));
  }

  private boolean live(Item item) {
    return item.live(clock.instant());
  }

  private Map<String, AttributeValue> values(ShopId shop, Addressee to) {
    return Map.of(
        ":pk", Item.text(pk(shop, to)), ":now", Item.number(clock.instant().getEpochSecond()));
  }

  private static Item key(SendIntent intent) {
    return Item.key(
        pk(intent.shop(), intent.to()), Times.sortable(intent.due()) + "#" + intent.id());
  }

  private static String pk(ShopId shop, Addressee to) {
    return shop + "#" + to.key();
  }

  private static String day(ShopId shop, LocalDate day, int shard) {
    return shop + "#" + day + "#" + shard;
  }
}
