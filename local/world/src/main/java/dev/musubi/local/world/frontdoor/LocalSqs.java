package dev.musubi.local.world.frontdoor;

import dev.musubi.local.stack.Physical;
import dev.musubi.local.stack.Queue;
import dev.musubi.local.world.mapping.QueueEvents;
import dev.musubi.local.world.scheduler.QueueTarget;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * ElasticMQ in this process, on loopback and a free port, with the template's queues; delays and
 * visibility follow the world's clock. Messages live in memory, or in a folder where they survive a
 * restart; one world at a time in a process can have such a folder.
 */
public final class LocalSqs implements AutoCloseable, QueueTarget {
  private static final int MOST_SHOWN = 100;

  private final ActorSystem actors;
  private final SQSRestServer server;
  private final SqsClient client;
  private final Map<String, Queue> byArn = new LinkedHashMap<>();
  private final QueueEvents events;
  private final URI endpoint;

  private LocalSqs(
      Physical physical,
      List<Queue> queues,
      InstantSource clock,
      QueueEvents events,
      Optional<Path> folder) {
    this.events = events;
    queues.forEach(queue -> byArn.put(queue.named().arn(), queue));
    actors = ActorSystem.create("queues");
    Optional<ActorRef> keeper = folder.map(f -> actors.actorOf(KeptMessages.in(f)));
    ActorRef manager =
        actors.actorOf(
            Props.create(
                QueueManagerActor.class,
                () ->
                    new QueueManagerActor(
                        now(clock), StrictSQSLimits$.MODULE$, Option.apply(keeper.orElse(null)))));
    keeper.ifPresent(k -> KeptMessages.restore(k, manager));
    Map<String, Duration> delays = new LinkedHashMap<>();
    queues.forEach(queue -> delays.put(queue.named().name(), queue.times().delay()));
    URI door = physical.sqs();
    server =
        SQSRestServerBuilder.withActorSystem(actors)
            .withQueueManagerActor(actors.actorOf(WorldTimedQueues.before(manager, clock, delays)))
            .withInterface("127.0.0.1")
            .withDynamicPort()
            .withServerAddress(
                new NodeAddress(door.getScheme(), door.getHost(), door.getPort(), ""))
            .withAWSRegion(physical.region())
            .withAWSAccountId(physical.account())
            .start();
    int port = server.waitUntilStarted().localAddress().getPort();
    endpoint = URI.create("http://127.0.0.1:" + port);
    client =
        SqsClient.builder()
            .endpointOverride(endpoint)
            .region(Region.of(physical.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("world", "world")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  /** Starts it; {@code events} hears of the messages that schedules send. */
  public static LocalSqs start(
      Physical physical,
      List<Queue> queues,
      InstantSource clock,
      QueueEvents events,
      Optional<Path> folder) {
    LocalSqs started = new LocalSqs(physical, queues, clock, events, folder);
    queues.stream().filter(q -> q.redrive().isEmpty()).forEach(started::create);
    queues.stream().filter(q -> q.redrive().isPresent()).forEach(started::create);
    return started;
  }

  /** Where it listens, for calls that need no permission. */
  public URI endpoint() {
    return endpoint;
  }

  /** Deletes all messages. */
  public void reset() {
    byArn.values().forEach(queue -> client.purgeQueue(r -> r.queueUrl(queue.url().toString())));
  }

  /**
   * What lies in the queues that take what others gave up, oldest first and at most a hundred of
   * each; it stays there.
   */
  public List<String> deadLetters() {
    return byArn.values().stream()
        .filter(queue -> queue.named().name().endsWith("-dead-letters"))
        .flatMap(queue -> lyingIn(queue.url().toString()).stream())
        .toList();
  }

  private Collection<String> lyingIn(String url) {
    Map<String, String> found = new LinkedHashMap<>();
    int before = -1;
    while (found.size() > before && found.size() < MOST_SHOWN) {
      before = found.size();
      client
          .receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10).visibilityTimeout(0))
          .messages()
          .forEach(message -> found.put(message.messageId(), message.body()));
    }
    return found.values();
  }

  @Override
  public Delivery deliver(Message message) {
    Optional<Queue> queue = Optional.ofNullable(byArn.get(message.queueArn()));
    if (queue.isEmpty()) {
      return new Delivery.Refused("there is no queue " + message.queueArn());
    }
    String url = queue.get().url().toString();
    try {
      client.sendMessage(
          r -> {
            r.queueUrl(url).messageBody(message.body());
            message.groupId().ifPresent(r::messageGroupId);
            if (!message.delay().isZero()) {
              r.delaySeconds((int) message.delay().toSeconds());
            }
          });
    } catch (QueueDoesNotExistException e) {
      return new Delivery.Refused("there is no queue " + message.queueArn());
    } catch (SdkException e) {
      return new Delivery.Unavailable("SQS failed");
    }
    events.sent(url, message.delay().isZero() ? queue.get().times().delay() : message.delay());
    return new Delivery.Accepted();
  }

  private void create(Queue queue) {
    Map<QueueAttributeName, String> attributes = new LinkedHashMap<>();
    Queue.Times times = queue.times();
    attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, "" + times.visibility().toSeconds());
    attributes.put(QueueAttributeName.DELAY_SECONDS, "" + times.delay().toSeconds());
    attributes.put(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "" + times.retention().toSeconds());
    queue
        .redrive()
        .ifPresent(
            redrive ->
                attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                        .formatted(redrive.deadLetterArn(), redrive.maxReceiveCount())));
    client.createQueue(r -> r.queueName(queue.named().name()).attributes(attributes));
  }

  private static NowProvider now(InstantSource clock) {
    return new NowProvider() {
      @Override
      public long nowMillis() {
        return clock.millis();
      }

      @Override
      public OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
      }
    };
  }

  @Override
  public void close() {
    client.close();
    server.stopAndWait();
    actors.terminate();
  }
}
