package dev.musubi.local.world.mapping;

import dev.musubi.local.stack.Physical;
import dev.musubi.local.world.frontdoor.LocalSqs;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The world's SQS without a template's queues, with a client that makes them. */
final class TestQueues implements AutoCloseable {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  private final LocalSqs server;
  private final SqsClient client;

  TestQueues(InstantSource clock) {
    var physical = new Physical("test", "ap-northeast-1", "000000000000", NOWHERE, NOWHERE);
    server = LocalSqs.start(physical, List.of(), clock, QueueEvents.NOBODY, Optional.empty());
    client =
        SqsClient.builder()
            .endpointOverride(server.endpoint())
            .region(Region.AP_NORTHEAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("world", "local")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  SqsClient client() {
    return client;
  }

  /** Makes a queue and tells its URL. */
  String queue(String name, Duration visibility) {
    var attributes =
        Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(visibility.toSeconds()));
    return client.createQueue(request -> request.queueName(name).attributes(attributes)).queueUrl();
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
