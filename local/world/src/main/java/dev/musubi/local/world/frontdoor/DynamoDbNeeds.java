package dev.musubi.local.world.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.stack.Physical;
import dev.musubi.local.stack.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which grants a DynamoDB call needs. See <a
 * href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html">its
 * actions</a>; a write transaction needs those of its parts.
 */
final class DynamoDbNeeds {
  private static final List<String> PARTS = List.of("Put", "Update", "Delete", "ConditionCheck");
  private static final List<String> ON_ONE_TABLE =
      List.of(
          "GetItem",
          "PutItem",
          "UpdateItem",
          "DeleteItem",
          "Query",
          "Scan",
          "DescribeTable",
          "CreateTable",
          "UpdateTable",
          "DeleteTable",
          "DescribeTimeToLive",
          "UpdateTimeToLive");

  private final Physical physical;
  private final Map<String, Table> tables;

  DynamoDbNeeds(Physical physical, Map<String, Table> tables) {
    this.physical = physical;
    this.tables = Map.copyOf(tables);
  }

  List<Need> of(String operation, JsonNode body) {
    return switch (operation) {
      case "BatchGetItem", "BatchWriteItem" -> batch(operation, body.path("RequestItems"));
      case "TransactGetItems" ->
          each(body.path("TransactItems"))
              .map(item -> single("GetItem", item.path("Get")))
              .toList();
      case "TransactWriteItems" -> parts(body.path("TransactItems"));
      case "ListTables" -> List.of(new Need("dynamodb:ListTables", "*"));
      default -> {
        if (!ON_ONE_TABLE.contains(operation)) {
          throw NotSupported.operation("dynamodb", operation);
        }
        yield List.of(single(operation, body));
      }
    };
  }

  private List<Need> parts(JsonNode items) {
    List<Need> needs = new ArrayList<>();
    for (JsonNode item : items) {
      for (String part : PARTS) {
        if (item.has(part)) {
          needs.add(single(part + "Item", item.path(part)));
        }
      }
    }
    return needs;
  }

  private List<Need> batch(String operation, JsonNode requests) {
    List<Need> needs = new ArrayList<>();
    for (Map.Entry<String, JsonNode> request : requests.properties()) {
      String table = request.getKey();
      Stream<JsonNode> keys =
          operation.equals("BatchGetItem")
              ? each(request.getValue().path("Keys"))
              : each(request.getValue())
                  .map(
                      w ->
                          w.has("PutRequest")
                              ? w.at("/PutRequest/Item")
                              : w.at("/DeleteRequest/Key"));
      List<String> leading =
          keys.flatMap(key -> partition(table, Optional.empty()).stream().map(key::path))
              .flatMap(DynamoDbNeeds::text)
              .toList();
      needs.add(need(operation, arn(table), leading));
    }
    return needs;
  }

  private Need single(String operation, JsonNode body) {
    String table = body.path("TableName").asText();
    Optional<String> index = Optional.ofNullable(body.get("IndexName")).map(JsonNode::asText);
    String resource = arn(table) + index.map(i -> "/index/" + i).orElse("");
    JsonNode key = body.has("Item") ? body.path("Item") : body.path("Key");
    List<String> leading =
        partition(table, index).stream()
            .flatMap(
                attribute ->
                    operation.equals("Query")
                        ? LeadingKey.ofQuery(body, attribute).stream()
                        : text(key.path(attribute)))
            .toList();
    return need(operation, resource, leading);
  }

  private static Need need(String operation, String resource, List<String> leading) {
    return new Need(
        "dynamodb:" + operation,
        resource,
        leading.isEmpty() ? Map.of() : Map.of("dynamodb:leadingkeys", leading));
  }

  private String arn(String table) {
    return table.startsWith("arn:") ? table : physical.arn("dynamodb", "table/" + table);
  }

  private Optional<String> partition(String table, Optional<String> index) {
    String name = table.substring(table.lastIndexOf('/') + 1);
    return Optional.ofNullable(tables.get(name))
        .flatMap(
            t ->
                index.isEmpty()
                    ? Optional.of(t.key())
                    : t.indexes().stream()
                        .filter(i -> i.name().equals(index.get()))
                        .map(Table.Index::key)
                        .findFirst())
        .map(key -> key.partition().name());
  }

  private static Stream<String> text(JsonNode attribute) {
    return attribute.isObject() ? each(attribute).map(JsonNode::asText) : Stream.empty();
  }

  private static Stream<JsonNode> each(JsonNode node) {
    return node.valueStream();
  }
}
