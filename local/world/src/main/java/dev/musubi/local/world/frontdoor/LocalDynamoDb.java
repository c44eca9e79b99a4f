package dev.musubi.local.world.frontdoor;

import dev.musubi.local.stack.Table;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local in this process, on loopback and a free port, with the template's tables. Its own
 * command line would listen on every interface, hence the server here. Items expire by the world's
 * clock and only when {@link #purgeExpired} is called.
 */
public final class LocalDynamoDb implements AutoCloseable {
  private final Server server;
  private final LocalDynamoDBRequestHandler handler;
  private final DynamoDbClient client;
  private final List<Table> tables;
  private final URI endpoint;

  private LocalDynamoDb(
      Server server,
      LocalDynamoDBRequestHandler handler,
      URI endpoint,
      String region,
      List<Table> tables) {
    this.server = server;
    this.handler = handler;
    this.endpoint = endpoint;
    this.tables = List.copyOf(tables);
    this.client =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(Region.of(region))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("world", "world")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  /** Starts it; {@code folder} keeps the data, without one it is in memory. */
  public static LocalDynamoDb start(String region, List<Table> tables, Optional<Path> folder) {
    try {
      LocalDynamoDBRequestHandler handler =
          new LocalDynamoDBRequestHandler(
              0, folder.isEmpty(), folder.map(Path::toString).orElse(null), true, false);
      Server server = new Server();
      ServerConnector connector = new ServerConnector(server);
      connector.setHost("127.0.0.1");
      server.addConnector(connector);
      server.setHandler(new LocalDynamoDBServerHandler(handler, null));
      server.start();
      URI endpoint = URI.create("http://127.0.0.1:" + connector.getLocalPort());
      LocalDynamoDb started = new LocalDynamoDb(server, handler, endpoint, region, tables);
      started.createTables();
      return started;
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start: " + e.getMessage(), e);
    }
  }

  /** Where it listens, for calls that need no permission. */
  public URI endpoint() {
    return endpoint;
  }

  /** Deletes every item whose time to live has passed at {@code now}. */
  public void purgeExpired(Instant now) {
    tables.forEach(table -> table.ttlAttribute().ifPresent(ttl -> purge(table, ttl, now)));
  }

  /** Deletes all tables and makes them anew, empty. */
  public void reset() {
    tables.forEach(t -> client.deleteTable(r -> r.tableName(t.named().name())));
    createTables();
  }

  private void purge(Table table, String ttl, Instant now) {
    Map<String, AttributeValue> values =
        Map.of(":now", AttributeValue.fromN(Long.toString(now.getEpochSecond())));
    Map<String, String> names = Map.of("#ttl", ttl);
    client
        .scanPaginator(
            r ->
                r.tableName(table.named().name())
                    .filterExpression("#ttl <= :now")
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values))
        .items()
        .forEach(item -> delete(table, item, names, values));
  }

  private void delete(
      Table table,
      Map<String, AttributeValue> item,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    Map<String, AttributeValue> key = new TreeMap<>();
    attributes(table.key()).forEach(a -> key.put(a.name(), item.get(a.name())));
    try {
      client.deleteItem(
          r ->
              r.tableName(table.named().name())
                  .key(key)
                  .conditionExpression("#ttl <= :now")
                  .expressionAttributeNames(names)
                  .expressionAttributeValues(values));
    } catch (ConditionalCheckFailedException renewed) {
      // somebody wrote the item again in between: it lives on
    }
  }

  private void createTables() {
    List<String> existing = client.listTablesPaginator().tableNames().stream().toList();
    tables.stream().filter(t -> !existing.contains(t.named().name())).forEach(this::create);
  }

  private void create(Table table) {
    Set<AttributeDefinition> definitions = new LinkedHashSet<>();
    Stream.concat(Stream.of(table.key()), table.indexes().stream().map(Table.Index::key))
        .flatMap(key -> attributes(key).stream())
        .map(a -> AttributeDefinition.builder().attributeName(a.name()).attributeType(a.type()))
        .forEach(a -> definitions.add(a.build()));
    List<GlobalSecondaryIndex> indexes =
        table.indexes().stream().map(LocalDynamoDb::index).toList();
    client.createTable(
        r -> {
          r.tableName(table.named().name())
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .attributeDefinitions(definitions)
              .keySchema(schema(table.key()));
          if (!indexes.isEmpty()) {
            r.globalSecondaryIndexes(indexes);
          }
        });
  }

  private static GlobalSecondaryIndex index(Table.Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(schema(index.key()))
        .projection(
            p -> {
              p.projectionType(index.projection());
              if (!index.included().isEmpty()) {
                p.nonKeyAttributes(index.included());
              }
            })
        .build();
  }

  private static List<KeySchemaElement> schema(Table.Key key) {
    List<KeySchemaElement> schema = new ArrayList<>();
    schema.add(element(key.partition(), KeyType.HASH));
    key.sort().ifPresent(sort -> schema.add(element(sort, KeyType.RANGE)));
    return schema;
  }

  private static KeySchemaElement element(Table.Attribute attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute.name()).keyType(type).build();
  }

  private static List<Table.Attribute> attributes(Table.Key key) {
    return Stream.concat(Stream.of(key.partition()), key.sort().stream()).toList();
  }

  @Override
  public void close() {
    client.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not stop", e);
    } finally {
      handler.shutdown();
    }
  }
}
