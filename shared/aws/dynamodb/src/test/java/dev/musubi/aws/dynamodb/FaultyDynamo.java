package dev.musubi.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** DynamoDB as it behaves under load: leaves half of each batch over, and conflicts. */
final class FaultyDynamo implements DynamoDbClient {

  private final DynamoDbClient real;
  private final List<String> calls = new ArrayList<>();
  private int conflicts;

  FaultyDynamo(DynamoDbClient real) {
    this.real = real;
  }

  /** So many of the next writes meet another transaction. */
  void conflict(int times) {
    conflicts = times;
  }

  List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    calls.add("BatchGetItem");
    String table = request.requestItems().keySet().iterator().next();
    KeysAndAttributes wanted = request.requestItems().get(table);
    List<Map<String, AttributeValue>> keys = wanted.keys();
    int half = (keys.size() + 1) / 2;
    BatchGetItemResponse answer =
        real.batchGetItem(r -> r.requestItems(Map.of(table, keys(wanted, keys.subList(0, half)))));
    List<Map<String, AttributeValue>> left = keys.subList(half, keys.size());
    return left.isEmpty()
        ? answer
        : answer.toBuilder().unprocessedKeys(Map.of(table, keys(wanted, left))).build();
  }

  private static KeysAndAttributes keys(
      KeysAndAttributes wanted, List<Map<String, AttributeValue>> keys) {
    return wanted.toBuilder().keys(keys).build();
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    calls.add("BatchWriteItem");
    String table = request.requestItems().keySet().iterator().next();
    List<WriteRequest> writes = request.requestItems().get(table);
    int half = (writes.size() + 1) / 2;
    BatchWriteItemResponse answer =
        real.batchWriteItem(r -> r.requestItems(Map.of(table, writes.subList(0, half))));
    List<WriteRequest> left = writes.subList(half, writes.size());
    return left.isEmpty()
        ? answer
        : answer.toBuilder().unprocessedItems(Map.of(table, left)).build();
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    calls.add("TransactWriteItems");
    if (conflicts > 0) {
      conflicts--;
      throw TransactionCanceledException.builder()
          .message("conflict")
          .cancellationReasons(
              CancellationReason.builder().code("None").build(),
              CancellationReason.builder().code("TransactionConflict").build())
          .build();
    }
    return real.transactWriteItems(request);
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    calls.add("PutItem");
    conflictAlone();
    return real.putItem(request);
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    calls.add("UpdateItem");
    conflictAlone();
    return real.updateItem(request);
  }

  private void conflictAlone() {
    if (conflicts > 0) {
      conflicts--;
      throw TransactionConflictException.builder().message("conflict").build();
    }
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    calls.add("GetItem");
    return real.getItem(request);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    calls.add("Query");
    return real.query(request);
  }

  @Override
  public String serviceName() {
    return real.serviceName();
  }

  @Override
  public void close() {}
}
