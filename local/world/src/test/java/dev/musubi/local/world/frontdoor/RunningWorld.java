package dev.musubi.local.world.frontdoor;

import dev.musubi.local.stack.Physical;
import dev.musubi.local.stack.Stack;
import dev.musubi.local.stack.TemplateReader;
import dev.musubi.local.world.mapping.QueueEvents;
import dev.musubi.local.world.parameters.ParameterStore;
import dev.musubi.local.world.scheduler.Scheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The front door over real engines, with AWS's own clients as callers. */
final class RunningWorld implements AutoCloseable {
  static final String ACCOUNT = "000000000000";
  static final String REGION = "ap-northeast-1";

  final SetClock clock = new SetClock(Instant.parse("2026-03-01T00:00:00Z"));
  final List<String> started = new CopyOnWriteArrayList<>();
  final List<String> events = new CopyOnWriteArrayList<>();
  final List<String> under = new CopyOnWriteArrayList<>();
  final FrontDoor door;
  final Stack stack;
  final LocalDynamoDb dynamoDb;
  final LocalSqs sqs;
  final Scheduler scheduler;
  final ParameterStore parameters = new ParameterStore(clock);
  private final Services services;

  RunningWorld() {
    this("/front-door.yaml");
  }

  RunningWorld(String template) {
    door =
        FrontDoor.listen(
            0,
            what -> {
              under.add(what);
              return () -> under.remove(what);
            });
    Physical physical =
        new Physical("demo", REGION, ACCOUNT, door.url(), URI.create("http://127.0.0.1:1"));
    stack = new TemplateReader(physical, Map.of()).read(template(template));
    dynamoDb = LocalDynamoDb.start(REGION, stack.tables(), Optional.empty());
    sqs = LocalSqs.start(physical, stack.queues(), clock, heard(), Optional.empty());
    scheduler =
        new Scheduler(
            physical, stack, clock, sqs, (function, event) -> started.add(function + " " + event));
    services =
        new Services(
            physical, stack, new Services.Engines(dynamoDb, sqs), scheduler, parameters, heard());
    door.serve(services);
  }

  DynamoDbClient dynamoDb(String caller) {
    return as(caller, DynamoDbClient.builder()).build();
  }

  SqsClient sqs(String caller) {
    return as(caller, SqsClient.builder()).build();
  }

  SchedulerClient scheduler(String caller) {
    return as(caller, SchedulerClient.builder()).build();
  }

  SsmClient ssm(String caller) {
    return as(caller, SsmClient.builder()).build();
  }

  String queueUrl(String logicalId) {
    return stack.queues().stream()
        .filter(q -> q.named().logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow()
        .url()
        .toString();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B as(
      String caller, B builder) {
    return builder
        .endpointOverride(door.url())
        .region(Region.of(REGION))
        .overrideConfiguration(
            o -> o.retryStrategy(r -> r.maxAttempts(1)).apiCallTimeout(Duration.ofSeconds(20)))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(caller, "any")))
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(2)));
  }

  private QueueEvents heard() {
    return new QueueEvents() {
      @Override
      public void sent(String queueUrl, Duration delay) {
        events.add("sent " + name(queueUrl) + " " + delay);
      }

      @Override
      public void visibilityChanged(String queueUrl, String receiptHandle, Duration timeout) {
        events.add("visibility " + name(queueUrl) + " " + timeout);
      }

      @Override
      public void deleted(String queueUrl, String receiptHandle) {
        events.add("deleted " + name(queueUrl));
      }

      private String name(String queueUrl) {
        return queueUrl.substring(queueUrl.lastIndexOf('/') + 1);
      }
    };
  }

  static String template() {
    return template("/front-door.yaml");
  }

  private static String template(String resource) {
    try (var in = RunningWorld.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    services.close();
    sqs.close();
    dynamoDb.close();
    door.close();
  }
}
