package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.DataExport;
import dev.musubi.core.people.DataExports;
import dev.musubi.core.people.Person;
import dev.musubi.core.shop.ShopId;
import dev.musubi.wire.DataExportCodec;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * {@link DataExports} in the table of shopping, in pieces: an item holds at most 400 KB. That table
 * has no backups in which an export would outlive its month.
 */
public final class DynamoDataExports implements DataExports {

  /** Three bytes each at most. */
  private static final int CHARACTERS = 100_000;

  private static final String PIECE = "piece";

  private final Table table;
  private final InstantSource clock;
  private final DataExportCodec codec = new DataExportCodec();

  public DynamoDataExports(DynamoDbClient client, String table, InstantSource clock) {
    this.table = new Table(client, table);
    this.clock = clock;
  }

  /** A former export of that request may have had more pieces. */
  @Override
  public void keep(DataExport export) {
    String pk = pk(export.shop());
    String prefix = prefix(export.customer()) + export.request() + "#";
    table.deleteAll(items(export.shop(), prefix).map(Item::keyOnly).toList());
    String text = codec.write(export);
    for (int piece = 0; piece * CHARACTERS < text.length(); piece++) {
      int from = piece * CHARACTERS;
      table.put(
          Item.key(pk, prefix + String.format("%04d", piece))
              .with(PIECE, text.substring(from, Math.min(from + CHARACTERS, text.length())))
              .expiring(export.keptUntil()));
    }
  }

  @Override
  public List<DataExport> of(ShopId shop, CustomerId customer) {
    SortedMap<String, StringBuilder> whole = new TreeMap<>();
    items(shop, prefix(customer))
        .filter(item -> item.live(clock.instant()))
        .forEach(
            item ->
                whole
                    .computeIfAbsent(request(item), r -> new StringBuilder())
                    .append(item.get(PIECE)));
    return whole.values().stream().map(text -> codec.read(text.toString())).toList();
  }

  @Override
  public List<CustomerId> customers(ShopId shop) {
    Map<CustomerId, Boolean> customers = new LinkedHashMap<>();
    for (Item item :
        table.all(
            r ->
                r.keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", Item.text(pk(shop))))
                    .projectionExpression("pk, sk, expiresAt"))) {
      if (item.live(clock.instant())) {
        String sk = item.get(Item.SK);
        CustomerId.parse(sk.substring(0, sk.indexOf('#'))).ifPresent(c -> customers.put(c, true));
      }
    }
    return List.copyOf(customers.keySet());
  }

  @Override
  public void erase(ShopId shop, Person person) {
    person
        .customer()
        .ifPresent(
            customer -> table.deleteAll(items(shop, prefix(customer)).map(Item::keyOnly).toList()));
  }

  @Override
  public void move(ShopId shop, CustomerId from, CustomerId to) {
    if (!from.equals(to)) {
      of(shop, from).forEach(export -> keep(export.movedTo(to)));
      erase(shop, Person.of(from));
    }
  }

  @Override
  public List<Holding> export(ShopId shop, Person person) {
    List<Holding> holdings = new ArrayList<>();
    person
        .customer()
        .ifPresent(
            customer -> of(shop, customer).forEach(export -> holdings.add(export.holding())));
    return List.copyOf(holdings);
  }

  private Stream<Item> items(ShopId shop, String prefix) {
    return table
        .all(
            r ->
                r.keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                    .expressionAttributeValues(
                        Map.of(":pk", Item.text(pk(shop)), ":prefix", Item.text(prefix)))
                    .consistentRead(true))
        .stream();
  }

  private static String request(Item item) {
    return item.get(Item.SK).split("#")[1];
  }

  private static String prefix(CustomerId customer) {
    return customer + "#";
  }

  private static String pk(ShopId shop) {
    return shop + "#exports";
  }
}
