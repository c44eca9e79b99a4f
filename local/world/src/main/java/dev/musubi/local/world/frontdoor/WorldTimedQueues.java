package dev.musubi.local.world.frontdoor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.AfterMillisNextDelivery;
import org.elasticmq.MillisNextDelivery;
import org.elasticmq.NewMessageData;
import org.elasticmq.NextDelivery;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.msg.SendMessage;
import scala.Option;

/**
 * Stands before ElasticMQ's queue manager and dates what is sent by the world's clock: ElasticMQ
 * receives by its {@code NowProvider} but reckons the delay of a new message from the machine's
 * time, so that in a world ahead of the machine no delay would be kept, and in one behind it no
 * message would ever be seen.
 */
final class WorldTimedQueues extends AbstractActor {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ActorRef manager;
  private final InstantSource clock;
  private final Map<String, Duration> delays;
  private final Map<ActorRef, ActorRef> timed = new HashMap<>();

  private record Found(Option<?> queue, String name, ActorRef asker) {}

  private WorldTimedQueues(ActorRef manager, InstantSource clock, Map<String, Duration> delays) {
    this.manager = manager;
    this.clock = clock;
    this.delays = Map.copyOf(delays);
  }

  /** {@code delays} are the queues' own delays by name. */
  static Props before(ActorRef manager, InstantSource clock, Map<String, Duration> delays) {
    return Props.create(WorldTimedQueues.class, () -> new WorldTimedQueues(manager, clock, delays));
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(LookupQueue.class, this::lookUp)
        .match(Found.class, this::answer)
        .matchAny(message -> manager.forward(message, getContext()))
        .build();
  }

  private void lookUp(LookupQueue message) {
    ActorRef asker = getSender();
    Patterns.pipe(
            Patterns.ask(manager, message, PATIENCE)
                .thenApply(found -> new Found((Option<?>) found, message.queueName(), asker)),
            getContext().dispatcher())
        .to(getSelf());
  }

  private void answer(Found found) {
    Option<ActorRef> answer =
        found
            .queue()
            .map(ActorRef.class::cast)
            .map(queue -> timed.computeIfAbsent(queue, q -> timed(q, found.name())));
    found.asker().tell(answer, getSelf());
  }

  private ActorRef timed(ActorRef queue, String name) {
    Duration delay = delays.getOrDefault(name, Duration.ZERO);
    return getContext()
        .actorOf(Props.create(TimedQueue.class, () -> new TimedQueue(queue, clock, delay)));
  }

  private static final class TimedQueue extends AbstractActor {
    private final ActorRef queue;
    private final InstantSource clock;
    private final Duration delay;

    TimedQueue(ActorRef queue, InstantSource clock, Duration delay) {
      this.queue = queue;
      this.clock = clock;
      this.delay = delay;
    }

    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(
              SendMessage.class,
              m -> queue.forward(new SendMessage(dated(m.message())), getContext()))
          .matchAny(message -> queue.forward(message, getContext()))
          .build();
    }

    private NewMessageData dated(NewMessageData m) {
      return m.copy(
          m.id(),
          m.content(),
          m.messageAttributes(),
          at(m.nextDelivery()),
          m.messageGroupId(),
          m.messageDeduplicationId(),
          m.orderIndex(),
          m.tracingId(),
          m.sequenceNumber(),
          m.deadLetterSourceQueueName());
    }

    private NextDelivery at(NextDelivery wanted) {
      return switch (wanted) {
        case MillisNextDelivery at -> at;
        case AfterMillisNextDelivery after ->
            new MillisNextDelivery(clock.millis() + after.millis());
        default -> new MillisNextDelivery(clock.millis() + delay.toMillis());
      };
    }
  }
}
