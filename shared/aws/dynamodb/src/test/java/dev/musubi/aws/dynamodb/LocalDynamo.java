package dev.musubi.aws.dynamodb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/** DynamoDB Local in this JVM, started once; every table is new. */
final class LocalDynamo {

  private static final Set<String> ALLOWED =
      new TreeSet<>(
          List.of(
              "GetItem",
              "BatchGetItem",
              "Query",
              "PutItem",
              "UpdateItem",
              "DeleteItem",
              "BatchWriteItem",
              "TransactWriteItems",
              // for forgetting a whole shop, see DynamoShopTable, which alone may
              "Scan"));

  private static final LocalDynamo ONLY = started();

  private final DynamoDbClient stores;
  private final DynamoDbClient operator;
  private final AtomicInteger tables = new AtomicInteger();

  private LocalDynamo(URI endpoint) {
    this.stores = client(endpoint, new OnlyAllowed());
    this.operator = client(endpoint, new ExecutionInterceptor() {});
  }

  private static LocalDynamo started() {
    try {
      String port = Integer.toString(freePort());
      ServerRunner.createServerFromCommandLineArgs(
              new String[] {"-inMemory", "-sharedDb", "-disableTelemetry", "-port", port})
          .start();
      return new LocalDynamo(URI.create("http://localhost:" + port));
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static DynamoDbClient client(URI endpoint, ExecutionInterceptor interceptor) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.AP_NORTHEAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .overrideConfiguration(c -> c.addExecutionInterceptor(interceptor))
        .build();
  }

  /** Refuses every operation that the functions' roles are not granted. */
  private static final class OnlyAllowed implements ExecutionInterceptor {
    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      String operation = context.request().getClass().getSimpleName().replace("Request", "");
      if (!ALLOWED.contains(operation)) {
        throw new IllegalStateException("a store must not call " + operation);
      }
    }
  }

  /** The client that stores get. */
  static DynamoDbClient client() {
    return ONLY.stores;
  }

  /** Every item of a table, read as no store may. */
  static List<String> dump(String table) {
    return ONLY.operator.scanPaginator(r -> r.tableName(table)).items().stream()
        .map(Object::toString)
        .toList();
  }

  /** A new table whose key is {@code pk} alone. */
  static String table() {
    return ONLY.create(List.of("pk"), List.of());
  }

  /** A new table whose key is {@code pk} and {@code sk}. */
  static String sortedTable() {
    return ONLY.create(List.of("pk", "sk"), List.of());
  }

  /** The same with an index; the last two names are its key. */
  static String indexedTable(String index, String hash, String range) {
    return ONLY.create(List.of("pk", "sk"), List.of(index, hash, range));
  }

  private String create(List<String> key, List<String> index) {
    String name = "table-" + tables.incrementAndGet();
    TreeSet<String> attributes = new TreeSet<>(key);
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(schema(key));
    if (!index.isEmpty()) {
      attributes.addAll(index.subList(1, 3));
      request.globalSecondaryIndexes(
          GlobalSecondaryIndex.builder()
              .indexName(index.getFirst())
              .keySchema(schema(index.subList(1, 3)))
              .projection(p -> p.projectionType(ProjectionType.ALL))
              .build());
    }
    request.attributeDefinitions(
        attributes.stream()
            .map(
                attribute ->
                    AttributeDefinition.builder()
                        .attributeName(attribute)
                        .attributeType(ScalarAttributeType.S)
                        .build())
            .toList());
    operator.createTable(request.build());
    return name;
  }

  private static List<KeySchemaElement> schema(List<String> names) {
    List<KeySchemaElement> schema = new ArrayList<>();
    List<KeyType> types = List.of(KeyType.HASH, KeyType.RANGE);
    for (int i = 0; i < names.size(); i++) {
      schema.add(
          KeySchemaElement.builder().attributeName(names.get(i)).keyType(types.get(i)).build());
    }
    return schema;
  }
}
