package dev.musubi.local.world.frontdoor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.aws.queues.OneTimeSchedules;
import dev.musubi.aws.queues.Queues;
import dev.musubi.aws.queues.SqsOutbox;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Work;
import dev.musubi.testkit.contracts.OutboxContract;
import dev.musubi.wire.WorkCodec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The deployed outbox on the world's queues and its scheduler, through the front door. */
class SqsOutboxContractTest extends OutboxContract {

  private static final String CALLER = "Everything";

  private final RunningWorld world = new RunningWorld("/outbox.yaml");
  private final WorkCodec codec = new WorkCodec();
  private final SqsClient sqs = world.sqs(CALLER);

  @Override
  protected Outbox empty(InstantSource clock) {
    OneTimeSchedules.Place place =
        new OneTimeSchedules.Place(
            "later",
            world.stack.roles().getFirst().named().arn(),
            world.stack.queues().getLast().named().arn());
    Queues queues =
        Queues.NONE
            .withPush(world.queueUrl("Express"), world.queueUrl("Bulk"))
            .withFanOut(world.queueUrl("FanOut"))
            .withChores(world.queueUrl("Chores"))
            .withUnknown(world.queueUrl("Unknown"));
    return new SqsOutbox(
        sqs, new OneTimeSchedules(world.scheduler(CALLER), place, clock), queues, codec::write);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Override
  protected List<Work> queued() {
    return Stream.of("Express", "Bulk", "FanOut", "Chores")
        .flatMap(queue -> bodies(queue).stream())
        .map(codec::read)
        .toList();
  }

  @Override
  protected List<Scheduled> scheduled() {
    List<Scheduled> scheduled = new ArrayList<>();
    for (JsonNode schedule : json(world.scheduler.save())) {
      scheduled.add(scheduled(schedule));
    }
    return scheduled;
  }

  @Override
  protected List<SendIntent> parked() {
    return bodies("Unknown").stream().map(body -> codec.read(body, SendIntent.class)).toList();
  }

  private Scheduled scheduled(JsonNode schedule) {
    String input = schedule.at("/document/Target/Input").asText();
    return new Scheduled(
        Instant.parse(schedule.path("next").asText()),
        codec.read(json(input).path("MessageBody").asText()));
  }

  /** Received messages stay hidden, so that none is read twice. */
  private List<String> bodies(String queue) {
    List<String> bodies = new ArrayList<>();
    List<Message> received;
    do {
      received =
          sqs.receiveMessage(r -> r.queueUrl(world.queueUrl(queue)).maxNumberOfMessages(10))
              .messages();
      received.forEach(message -> bodies.add(message.body()));
    } while (!received.isEmpty());
    return bodies;
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
