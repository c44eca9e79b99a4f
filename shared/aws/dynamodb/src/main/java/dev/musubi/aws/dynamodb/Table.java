package dev.musubi.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * One table. Retries what DynamoDB left over and what met another transaction; a condition that
 * failed is an answer.
 */
final class Table {

  private static final int MOST_READ = 100;
  private static final int MOST_WRITTEN = 25;

  private final DynamoDbClient client;
  private final String name;

  Table(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  String name() {
    return name;
  }

  /** Consistent. */
  Optional<Item> find(Item key) {
    Map<String, AttributeValue> item =
        client.getItem(r -> r.tableName(name).key(key.attributes()).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(new Item(item));
  }

  /** Those of the items that there are, in any order. */
  List<Item> find(List<Item> keys, boolean consistent) {
    List<Item> found = new ArrayList<>();
    List<Item> distinct = keys.stream().distinct().toList();
    for (int from = 0; from < distinct.size(); from += MOST_READ) {
      List<Item> batch = distinct.subList(from, Math.min(from + MOST_READ, distinct.size()));
      found.addAll(
          findBatch(
              KeysAndAttributes.builder()
                  .keys(batch.stream().map(Item::attributes).toList())
                  .consistentRead(consistent)
                  .build()));
    }
    return found;
  }

  private List<Item> findBatch(KeysAndAttributes keys) {
    List<Item> found = new ArrayList<>();
    Patience patience = new Patience();
    Map<String, KeysAndAttributes> left = Map.of(name, keys);
    while (true) {
      Map<String, KeysAndAttributes> wanted = left;
      var answer = client.batchGetItem(r -> r.requestItems(wanted));
      answer.responses().getOrDefault(name, List.of()).forEach(item -> found.add(new Item(item)));
      left = answer.unprocessedKeys();
      if (left.isEmpty()) {
        return found;
      }
      patience.again("DynamoDB left reads over");
    }
  }

  /** One page, and whether another follows. */
  record Page(List<Item> items, boolean more) {}

  Page page(Consumer<QueryRequest.Builder> query) {
    QueryResponse answer = client.query(query.andThen(r -> r.tableName(name)));
    return new Page(
        answer.items().stream().map(Item::new).toList(), !answer.lastEvaluatedKey().isEmpty());
  }

  /** How many items a query finds, page by page. */
  long count(Consumer<QueryRequest.Builder> query) {
    return client.queryPaginator(query.andThen(r -> r.tableName(name))).stream()
        .mapToLong(QueryResponse::count)
        .sum();
  }

  /** Every item of a query, page by page. */
  List<Item> all(Consumer<QueryRequest.Builder> query) {
    List<Item> all = new ArrayList<>();
    client.queryPaginator(query.andThen(r -> r.tableName(name))).items().stream()
        .map(Item::new)
        .forEach(all::add);
    return all;
  }

  /** One page of the whole table: the keys of what begins with one of two prefixes. */
  ScanResponse scan(List<String> prefixes, Optional<Map<String, AttributeValue>> after) {
    return client.scan(
        r ->
            r.tableName(name)
                .filterExpression("begins_with(pk, :first) OR begins_with(pk, :second)")
                .expressionAttributeValues(
                    Map.of(
                        ":first", Item.text(prefixes.getFirst()),
                        ":second", Item.text(prefixes.getLast())))
                .exclusiveStartKey(after.orElse(null))
                .consistentRead(true));
  }

  Written put(Item item, Condition condition) {
    return written(
        () ->
            client.putItem(
                r ->
                    r.tableName(name)
                        .item(item.attributes())
                        .conditionExpression(condition.expression())
                        .expressionAttributeValues(condition.valuesOrNull())
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD)));
  }

  void put(Item item) {
    unconflicted(() -> client.putItem(r -> r.tableName(name).item(item.attributes())));
  }

  Written update(Update update) {
    return written(() -> client.updateItem(update.request(name)));
  }

  Written delete(Item key, Condition condition) {
    return written(
        () ->
            client.deleteItem(
                r ->
                    r.tableName(name)
                        .key(key.attributes())
                        .conditionExpression(condition.expression())
                        .expressionAttributeValues(condition.valuesOrNull())));
  }

  void delete(Item key) {
    unconflicted(() -> client.deleteItem(r -> r.tableName(name).key(key.attributes())));
  }

  /** Writes without conditions, 25 at a time; each key at most once. */
  void write(List<WriteRequest> requests) {
    for (int from = 0; from < requests.size(); from += MOST_WRITTEN) {
      Patience patience = new Patience();
      Map<String, List<WriteRequest>> left =
          Map.of(name, requests.subList(from, Math.min(from + MOST_WRITTEN, requests.size())));
      while (!left.isEmpty()) {
        Map<String, List<WriteRequest>> wanted = left;
        left = client.batchWriteItem(r -> r.requestItems(wanted)).unprocessedItems();
        if (!left.isEmpty()) {
          patience.again("DynamoDB left writes over");
        }
      }
    }
  }

  void deleteAll(List<Item> keys) {
    write(
        keys.stream()
            .map(key -> WriteRequest.builder().deleteRequest(d -> d.key(key.attributes())).build())
            .toList());
  }

  /** All of the writes or none; false if a condition failed. */
  boolean transact(List<TransactWriteItem> writes) {
    Patience patience = new Patience();
    while (true) {
      try {
        client.transactWriteItems(r -> r.transactItems(writes));
        return true;
      } catch (TransactionCanceledException e) {
        List<String> codes =
            e.cancellationReasons().stream().map(CancellationReason::code).toList();
        if (codes.contains("ConditionalCheckFailed")) {
          return false;
        }
        if (!codes.contains("TransactionConflict")) {
          throw e;
        }
        patience.again("transactions conflicted");
      }
    }
  }

  private Written written(Supplier<?> write) {
    try {
      unconflicted(write);
      return new Written.Done();
    } catch (ConditionalCheckFailedException e) {
      return new Written.Lost(e.hasItem() ? Optional.of(new Item(e.item())) : Optional.empty());
    }
  }

  private static void unconflicted(Supplier<?> write) {
    Patience patience = new Patience();
    while (true) {
      try {
        write.get();
        return;
      } catch (TransactionConflictException e) {
        patience.again("a write met a transaction");
      }
    }
  }
}
