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
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
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

  private final DynamoDbClient client;
  private final String name;
  private final BatchReads reads;
  private final BatchWrites writes;

  Table(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
    this.reads = new BatchReads(client, name);
    this.writes = new BatchWrites(client, name);
  }

  /** Whether DynamoDB refused what was asked, such as a key that is too long. */
  static boolean isOfOneRequest(RuntimeException failure) {
    return failure instanceof DynamoDbException refusal
        && refusal.awsErrorDetails() != null
        && refusal.awsErrorDetails().errorCode().equals("ValidationException");
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
    return reads.find(keys, consistent);
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

  /** Writes without conditions; each key at most once. */
  void write(List<WriteRequest> requests) {
    writes.write(requests);
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
