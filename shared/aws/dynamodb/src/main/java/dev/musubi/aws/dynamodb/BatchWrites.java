package dev.musubi.aws.dynamodb;

import dev.musubi.aws.grouping.Grouped;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes to one table without conditions, 25 a call, those of several threads together. */
final class BatchWrites {

  private static final int MOST = 25;

  private final DynamoDbClient client;
  private final String table;
  private final Grouped<List<WriteRequest>, Boolean> writes =
      new Grouped<>(new Grouped.Limit<>(MOST, List::size), Table::isOfOneRequest);

  BatchWrites(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** Each key at most once. */
  void write(List<WriteRequest> requests) {
    for (int from = 0; from < requests.size(); from += MOST) {
      writes.ask(
          requests.subList(from, Math.min(from + MOST, requests.size())), asked -> together(asked));
    }
  }

  private List<Boolean> together(List<List<WriteRequest>> asked) {
    Patience patience = new Patience();
    Map<String, List<WriteRequest>> left =
        Map.of(table, asked.stream().flatMap(List::stream).toList());
    while (!left.isEmpty()) {
      Map<String, List<WriteRequest>> wanted = left;
      left = client.batchWriteItem(r -> r.requestItems(wanted)).unprocessedItems();
      if (!left.isEmpty()) {
        patience.again("DynamoDB left writes over");
      }
    }
    return Collections.nCopies(asked.size(), true);
  }
}
