package dev.musubi.aws.dynamodb;

import dev.musubi.aws.grouping.Grouped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads of one table by keys, a hundred a call, those of several threads together. */
final class BatchReads {

  private static final int MOST = 100;

  private final DynamoDbClient client;
  private final String table;
  private final Grouped<List<Item>, List<Item>> consistent;
  private final Grouped<List<Item>, List<Item>> eventual;

  BatchReads(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    Grouped.Limit<List<Item>> limit = new Grouped.Limit<>(MOST, List::size);
    this.consistent = new Grouped<>(limit, Table::isOfOneRequest);
    this.eventual = new Grouped<>(limit, Table::isOfOneRequest);
  }

  /** Those of the items that there are, in any order. */
  List<Item> find(List<Item> keys, boolean consistently) {
    List<Item> found = new ArrayList<>();
    List<Item> distinct = keys.stream().distinct().toList();
    for (int from = 0; from < distinct.size(); from += MOST) {
      List<Item> batch = distinct.subList(from, Math.min(from + MOST, distinct.size()));
      found.addAll(
          (consistently ? consistent : eventual)
              .ask(batch, asked -> together(asked, consistently)));
    }
    return found;
  }

  private List<List<Item>> together(List<List<Item>> asked, boolean consistently) {
    Map<Item, Item> found = new HashMap<>();
    KeysAndAttributes keys =
        KeysAndAttributes.builder()
            .keys(asked.stream().flatMap(List::stream).distinct().map(Item::attributes).toList())
            .consistentRead(consistently)
            .build();
    read(keys).forEach(item -> found.put(item.keyOnly(), item));
    return asked.stream()
        .map(own -> own.stream().flatMap(key -> Stream.ofNullable(found.get(key))).toList())
        .toList();
  }

  private List<Item> read(KeysAndAttributes keys) {
    List<Item> found = new ArrayList<>();
    Patience patience = new Patience();
    Map<String, KeysAndAttributes> left = Map.of(table, keys);
    while (true) {
      Map<String, KeysAndAttributes> wanted = left;
      var answer = client.batchGetItem(r -> r.requestItems(wanted));
      answer.responses().getOrDefault(table, List.of()).forEach(item -> found.add(new Item(item)));
      left = answer.unprocessedKeys();
      if (left.isEmpty()) {
        return found;
      }
      patience.again("DynamoDB left reads over");
    }
  }
}
