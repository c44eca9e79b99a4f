package dev.musubi.local.world.mapping;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NewMessageData;
import org.elasticmq.QueueData;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.msg.GetQueueData;
import org.elasticmq.msg.SendMessage;
import scala.Option;
import scala.util.Right;

/**
 * Stands before ElasticMQ's queue manager, so that messages become visible by the world's clock
 * from the start: ElasticMQ itself asks its clock about received messages only, and the system
 * about sent ones.
 */
final class WorldQueues extends AbstractActor {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final WorldTime time;
  private final ActorRef manager;
  private final Map<ActorRef, ActorRef> queues = new HashMap<>();

  private WorldQueues(WorldTime time) {
    this.time = time;
    this.manager =
        getContext()
            .actorOf(
                Props.create(
                    QueueManagerActor.class,
                    () -> new QueueManagerActor(time, StrictSQSLimits$.MODULE$, Option.empty())));
  }

  static Props props(WorldTime time) {
    return Props.create(WorldQueues.class, () -> new WorldQueues(time));
  }

  private record Reply(Object answer, ActorRef to) {}

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(Reply.class, reply -> reply.to().tell(inFront(reply.answer()), manager))
        .matchAny(this::ask)
        .build();
  }

  private void ask(Object question) {
    var asker = getSender();
    Patterns.pipe(
            Patterns.ask(manager, question, LIMIT).thenApply(answer -> new Reply(answer, asker)),
            getContext().getDispatcher())
        .to(getSelf());
  }

  /** Where an answer holds a queue, the one that knows the world's clock. */
  private Object inFront(Object answer) {
    return switch (answer) {
      case Option<?> option when option.isDefined() -> Option.apply(inFront(option.get()));
      case Right<?, ?> right -> new Right<Object, Object>(inFront(right.value()));
      case ActorRef queue -> queues.computeIfAbsent(queue, this::front);
      default -> answer;
    };
  }

  private ActorRef front(ActorRef queue) {
    return getContext().actorOf(Props.create(Front.class, () -> new Front(queue, time)));
  }

  /** Stands before one queue. */
  private static final class Front extends AbstractActor {
    private final ActorRef queue;
    private final WorldTime time;

    private Front(ActorRef queue, WorldTime time) {
      this.queue = queue;
      this.time = time;
    }

    private record Sending(NewMessageData message, QueueData queue, ActorRef sender) {}

    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(SendMessage.class, sent -> askForDelay(sent.message()))
          .match(Sending.class, this::send)
          .matchAny(message -> queue.forward(message, getContext()))
          .build();
    }

    private void askForDelay(NewMessageData message) {
      var sender = getSender();
      Patterns.pipe(
              Patterns.ask(queue, new GetQueueData(), LIMIT)
                  .thenApply(found -> new Sending(message, (QueueData) found, sender)),
              getContext().getDispatcher())
          .to(getSelf());
    }

    private void send(Sending sending) {
      var sent = sending.message();
      var visible =
          sent.nextDelivery().toMillis(time.nowMillis(), sending.queue().delay().toMillis());
      var message =
          sent.copy(
              sent.id(),
              sent.content(),
              sent.messageAttributes(),
              visible,
              sent.messageGroupId(),
              sent.messageDeduplicationId(),
              sent.orderIndex(),
              sent.tracingId(),
              sent.sequenceNumber(),
              sent.deadLetterSourceQueueName());
      queue.tell(new SendMessage(message), sending.sender());
    }
  }
}
