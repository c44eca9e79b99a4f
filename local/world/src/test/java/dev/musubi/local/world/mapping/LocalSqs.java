package dev.musubi.local.world.mapping;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue server of a test's own, with a client. */
final class LocalSqs implements AutoCloseable {
  private final QueueServer server;
  private final SqsClient client;

  LocalSqs(InstantSource clock) {
    server = new QueueServer("ap-northeast-1", "000000000000", clock);
    client =
        SqsClient.builder()
            .endpointOverride(server.address())
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
