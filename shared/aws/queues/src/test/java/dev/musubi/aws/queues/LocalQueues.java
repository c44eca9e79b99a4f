package dev.musubi.aws.queues;

import java.net.URI;
import java.util.List;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** What plays SQS, with a client to it: ElasticMQ in this process, or LocalStack beside it. */
final class LocalQueues implements AutoCloseable {

  static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  private final SqsClient sqs;
  private final Runnable stop;

  private LocalQueues(URI endpoint, Runnable stop) {
    this.stop = stop;
    this.sqs =
        SqsClient.builder()
            .endpointOverride(endpoint)
            .region(Region.AP_NORTHEAST_1)
            .credentialsProvider(CREDENTIALS)
            .build();
  }

  static LocalQueues elasticMq() {
    SQSRestServer server = SQSRestServerBuilder.withDynamicPort().start();
    int port = server.waitUntilStarted().localAddress().getPort();
    return new LocalQueues(URI.create("http://127.0.0.1:" + port), server::stopAndWait);
  }

  static LocalQueues localStack() {
    return new LocalQueues(URI.create(System.getenv("MUSUBI_LOCALSTACK")), () -> {});
  }

  SqsClient client() {
    return sqs;
  }

  /** An empty queue, also if one of that name was there before. */
  String create(String name) {
    String url = sqs.createQueue(r -> r.queueName(name)).queueUrl();
    sqs.purgeQueue(r -> r.queueUrl(url));
    return url;
  }

  /** Up to ten messages that are visible now; they stay hidden for a minute. */
  List<Message> receive(String queueUrl) {
    return sqs.receiveMessage(
            r ->
                r.queueUrl(queueUrl)
                    .maxNumberOfMessages(10)
                    .visibilityTimeout(60)
                    .messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID))
        .messages();
  }

  @Override
  public void close() {
    sqs.close();
    stop.run();
  }
}
