package dev.musubi.local.chaos;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every item of every table as text, read once. */
final class Tables {

  private final Map<String, List<String>> items = new TreeMap<>();

  Tables(URI endpoint, StaticCredentialsProvider operators) {
    try (DynamoDbClient dynamo =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(Queues.REGION)
            .credentialsProvider(operators)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      for (String table : dynamo.listTables().tableNames()) {
        List<String> texts = new ArrayList<>();
        dynamo.scanPaginator(s -> s.tableName(table)).items().stream()
            .map(Map::toString)
            .forEach(texts::add);
        items.put(table, texts);
      }
    }
  }

  /** The tables with an item of that shop in which the pattern is found. */
  List<String> holding(String shop, String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    TreeSet<String> tables = new TreeSet<>();
    items.forEach(
        (table, texts) -> {
          if (texts.stream().anyMatch(text -> text.contains(shop) && wanted.matcher(text).find())) {
            tables.add(table);
          }
        });
    return List.copyOf(tables);
  }
}
