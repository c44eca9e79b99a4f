package dev.musubi.local.chaos;

import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The world's queues as its operators see them. */
final class Queues implements AutoCloseable {

  static final Region REGION = Region.AP_NORTHEAST_1;

  private static final int AT_ONCE = 10;
  private static final String DEAD = "-dead-letters";

  /** Where intents lie whose fate at LINE stays unknown: for people to look at. */
  private static final String PARKED = "-unknown";

  private final SqsClient sqs;

  Queues(URI endpoint, StaticCredentialsProvider operators) {
    sqs =
        SqsClient.builder()
            .endpointOverride(endpoint)
            .region(REGION)
            .credentialsProvider(operators)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  static StaticCredentialsProvider operators() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("world", "local"));
  }

  /** Brings what died back to where it came from, as an operator does; says how many. */
  int redrive() {
    List<String> urls = urls();
    return urls.stream()
        .filter(url -> url.endsWith(DEAD))
        .filter(url -> urls.contains(alive(url)))
        .mapToInt(url -> redrive(url, alive(url)))
        .sum();
  }

  private static String alive(String dead) {
    return dead.substring(0, dead.length() - DEAD.length());
  }

  private int redrive(String dead, String alive) {
    int moved = 0;
    List<Message> some = receive(dead);
    while (!some.isEmpty()) {
      for (Message message : some) {
        sqs.sendMessage(m -> m.queueUrl(alive).messageBody(message.body()));
        sqs.deleteMessage(m -> m.queueUrl(dead).receiptHandle(message.receiptHandle()));
        moved++;
      }
      some = receive(dead);
    }
    return moved;
  }

  private List<Message> receive(String url) {
    return sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(AT_ONCE)).messages();
  }

  boolean empty() {
    return urls().stream().filter(url -> !url.endsWith(PARKED)).allMatch(url -> messages(url) == 0);
  }

  private int messages(String url) {
    return sqs
        .getQueueAttributes(
            a ->
                a.queueUrl(url)
                    .attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
        .attributes()
        .values()
        .stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  private List<String> urls() {
    return sqs.listQueues().queueUrls();
  }

  @Override
  public void close() {
    sqs.close();
  }
}
