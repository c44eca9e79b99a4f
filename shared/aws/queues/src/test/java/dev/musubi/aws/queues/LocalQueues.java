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

/** ElasticMQ in this process, with a client to it. */
final class LocalQueues implements AutoCloseable {

  static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  private final SQSRestServer server = SQSRestServerBuilder.withDynamicPort().start();
  private final SqsClient sqs =
      SqsClient.builder()
          .endpointOverride(
              URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort()))
          .region(Region.AP_NORTHEAST_1)
          .credentialsProvider(CREDENTIALS)
          .build();

  SqsClient client() {
    return sqs;
  }

  String create(String name) {
    return sqs.createQueue(r -> r.queueName(name)).queueUrl();
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
    server.stopAndWait();
  }
}
