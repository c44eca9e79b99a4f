package dev.musubi.local.world.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.local.stack.Physical;
import dev.musubi.local.stack.Queue;
import dev.musubi.local.world.mapping.QueueEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * SQS in its JSON protocol, answered by ElasticMQ; tells the listener what happened to queues. See
 * <a
 * href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html">its
 * actions</a>: a batch needs the grant of the single call.
 */
final class SqsService implements AwsService {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ON_A_QUEUE =
      List.of(
          "SendMessage",
          "ReceiveMessage",
          "DeleteMessage",
          "ChangeMessageVisibility",
          "GetQueueAttributes",
          "SetQueueAttributes",
          "PurgeQueue",
          "GetQueueUrl",
          "CreateQueue",
          "DeleteQueue",
          "ListDeadLetterSourceQueues");

  private final Physical physical;
  private final Map<String, Queue> queues;
  private final Forwarder engine;
  private final QueueEvents events;

  SqsService(Physical physical, Map<String, Queue> queues, Forwarder engine, QueueEvents events) {
    this.physical = physical;
    this.queues = Map.copyOf(queues);
    this.engine = engine;
    this.events = events;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQS;
  }

  @Override
  public String operation(AwsCall call) {
    return call.target()
        .orElseThrow(
            () ->
                new NotSupported(
                    "UnknownOperationException",
                    "The local world takes SQS's JSON protocol only."));
  }

  @Override
  public List<Need> needs(AwsCall call) {
    String operation = operation(call);
    JsonNode body = call.body();
    String action = operation.replaceAll("Batch$", "");
    if (operation.equals("ListQueues")) {
      return List.of(new Need("sqs:ListQueues", "*"));
    }
    if (operation.equals("StartMessageMoveTask")) {
      return List.of(new Need("sqs:StartMessageMoveTask", body.path("SourceArn").asText()));
    }
    if (!ON_A_QUEUE.contains(action)) {
      throw NotSupported.operation("sqs", operation);
    }
    String queue =
        body.has("QueueUrl")
            ? body.path("QueueUrl").asText().replaceAll("^.*/", "")
            : body.path("QueueName").asText();
    return List.of(new Need("sqs:" + action, physical.arn("sqs", queue)));
  }

  @Override
  public AwsAnswer answer(AwsCall call) {
    AwsAnswer answer = engine.forward(call);
    if (answer.successful()) {
      tell(operation(call), call.body(), answer);
    }
    return answer;
  }

  private void tell(String operation, JsonNode body, AwsAnswer answer) {
    String url = body.path("QueueUrl").asText();
    switch (operation) {
      case "SendMessage" -> events.sent(url, delay(url, body));
      case "DeleteMessage" -> events.deleted(url, receipt(body));
      case "ChangeMessageVisibility" -> events.visibilityChanged(url, receipt(body), timeout(body));
      case "SendMessageBatch" ->
          successful(body, answer).forEach(entry -> events.sent(url, delay(url, entry)));
      case "DeleteMessageBatch" ->
          successful(body, answer).forEach(entry -> events.deleted(url, receipt(entry)));
      case "ChangeMessageVisibilityBatch" ->
          successful(body, answer)
              .forEach(entry -> events.visibilityChanged(url, receipt(entry), timeout(entry)));
      default -> {
        // nothing that a poller has to know
      }
    }
  }

  private static List<JsonNode> successful(JsonNode body, AwsAnswer answer) {
    try {
      Set<String> ids = new HashSet<>();
      JSON.readTree(answer.body()).path("Successful").forEach(e -> ids.add(e.path("Id").asText()));
      return body.path("Entries")
          .valueStream()
          .filter(entry -> ids.contains(entry.path("Id").asText()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Duration delay(String url, JsonNode entry) {
    if (entry.has("DelaySeconds")) {
      return Duration.ofSeconds(entry.path("DelaySeconds").asLong());
    }
    return Optional.ofNullable(queues.get(url.replaceAll("^.*/", "")))
        .map(queue -> queue.times().delay())
        .orElse(Duration.ZERO);
  }

  private static String receipt(JsonNode entry) {
    return entry.path("ReceiptHandle").asText();
  }

  private static Duration timeout(JsonNode entry) {
    return Duration.ofSeconds(entry.path("VisibilityTimeout").asLong());
  }
}
