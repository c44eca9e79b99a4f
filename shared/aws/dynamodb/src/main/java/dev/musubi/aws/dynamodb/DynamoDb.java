package dev.musubi.aws.dynamodb;

import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB as functions call it: a try that hangs is given up after 2 s, a call after 8 s. */
public final class DynamoDb {

  private DynamoDb() {}

  public static DynamoDbClient connect() {
    return DynamoDbClient.builder()
        .overrideConfiguration(
            c ->
                c.apiCallAttemptTimeout(Duration.ofSeconds(2))
                    .apiCallTimeout(Duration.ofSeconds(8)))
        .build();
  }
}
