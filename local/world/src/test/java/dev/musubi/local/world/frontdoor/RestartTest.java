package dev.musubi.local.world.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.local.stack.Physical;
import dev.musubi.local.stack.Stack;
import dev.musubi.local.stack.TemplateReader;
import dev.musubi.local.world.mapping.QueueEvents;
import dev.musubi.local.world.scheduler.QueueTarget.Message;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class RestartTest {
  private static final StaticCredentialsProvider WORLD =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("world", "any"));

  private final SetClock clock = new SetClock(Instant.parse("2026-03-01T00:00:00Z"));
  private final Physical physical =
      new Physical(
          "demo",
          RunningWorld.REGION,
          RunningWorld.ACCOUNT,
          URI.create("http://127.0.0.1:1"),
          URI.create("http://127.0.0.1:2"));
  private final Stack stack = new TemplateReader(physical, Map.of()).read(RunningWorld.template());

  @TempDir private Path folder;

  @Test
  void messages_survive_a_restart_with_their_delay_and_their_redrive() {
    queues(
        sqs -> {
          sqs.deliver(message("now", Duration.ZERO));
          return sqs.deliver(message("later", Duration.ofMinutes(5)));
        });

    assertThat(queues(this::bodies)).containsExactly("now");
    clock.by(Duration.ofMinutes(6));
    assertThat(queues(this::bodies)).containsExactlyInAnyOrder("now", "later");
    assertThat(queues(this::redrive)).contains("demo-Dead");
  }

  @Test
  void items_survive_a_restart() {
    items(db -> db.putItem(r -> r.tableName("demo-Links").item(item())));
    List<Map<String, AttributeValue>> found =
        items(db -> db.scan(r -> r.tableName("demo-Links")).items());
    assertThat(found).containsExactly(item());
  }

  private static Map<String, AttributeValue> item() {
    return Map.of("pk", AttributeValue.fromS("a"), "due", AttributeValue.fromS("b"));
  }

  private Message message(String body, Duration delay) {
    return new Message(physical.arn("sqs", "demo-Work"), body, Optional.of("shop"), delay);
  }

  private List<String> bodies(LocalSqs sqs) {
    try (SqsClient client = client(sqs)) {
      return client
          .receiveMessage(r -> r.queueUrl(url()).maxNumberOfMessages(10))
          .messages()
          .stream()
          .map(m -> m.body())
          .toList();
    }
  }

  private String redrive(LocalSqs sqs) {
    try (SqsClient client = client(sqs)) {
      return client
          .getQueueAttributes(
              r -> r.queueUrl(url()).attributeNames(QueueAttributeName.REDRIVE_POLICY))
          .attributes()
          .get(QueueAttributeName.REDRIVE_POLICY);
    }
  }

  private String url() {
    return physical.queueUrl("demo-Work").toString();
  }

  private static SqsClient client(LocalSqs sqs) {
    return SqsClient.builder()
        .endpointOverride(sqs.endpoint())
        .region(Region.of(RunningWorld.REGION))
        .credentialsProvider(WORLD)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private <T> T queues(Function<LocalSqs, T> use) {
    try (LocalSqs sqs =
        LocalSqs.start(physical, stack.queues(), clock, QueueEvents.NOBODY, Optional.of(folder))) {
      return use.apply(sqs);
    }
  }

  private <T> T items(Function<DynamoDbClient, T> use) {
    try (LocalDynamoDb db =
            LocalDynamoDb.start(RunningWorld.REGION, stack.tables(), Optional.of(folder));
        DynamoDbClient client =
            DynamoDbClient.builder()
                .endpointOverride(db.endpoint())
                .region(Region.of(RunningWorld.REGION))
                .credentialsProvider(WORLD)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
      return use.apply(client);
    }
  }
}
