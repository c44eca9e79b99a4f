package dev.musubi.local.world.mapping;

import dev.musubi.local.world.clock.Agenda;
import dev.musubi.local.world.clock.Busy;
import dev.musubi.local.world.clock.WorldClock;
import dev.musubi.local.world.runtime.Invoker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * All event source mappings of the world. It looks into every queue once when it starts, and from
 * then on when it hears of a message or when one comes back on the world's clock.
 */
public final class EventSources implements QueueEvents, AutoCloseable {
  private record Source(SourceMapping mapping, Unseen unseen, Poller poller, Agenda agenda) {}

  private final List<Source> sources = new ArrayList<>();
  private final WorldClock clock;

  /**
   * Starts polling.
   *
   * @param sqs a client with the world's own access key
   * @param clock the world's, by which delays and visibility are counted
   */
  public EventSources(
      List<SourceMapping> mappings, SqsClient sqs, Invoker invoker, Busy busy, WorldClock clock) {
    this.clock = clock;
    for (var mapping : mappings) {
      var unseen = new Unseen();
      var queue = new SourceQueue(mapping, sqs, clock, unseen);
      var poller = new Poller(mapping, queue, new SqsEvent(mapping, clock::at), invoker, busy);
      sources.add(new Source(mapping, unseen, poller, new QueueAgenda(mapping, unseen, poller)));
    }
  }

  /** What comes back to the queues, one agenda each. */
  public List<Agenda> agendas() {
    return sources.stream().map(Source::agenda).toList();
  }

  @Override
  public void sent(String queueUrl, Duration delay) {
    at(
        queueUrl,
        source -> {
          if (delay.isPositive()) {
            source.unseen().delayed(clock.instant().plus(delay));
          } else {
            source.poller().wake();
          }
        });
  }

  @Override
  public void visibilityChanged(String queueUrl, String receiptHandle, Duration timeout) {
    at(
        queueUrl,
        source -> {
          if (timeout.isPositive()) {
            source.unseen().received(receiptHandle, clock.instant().plus(timeout));
          } else {
            source.unseen().seen(receiptHandle);
            source.poller().wake();
          }
        });
  }

  @Override
  public void deleted(String queueUrl, String receiptHandle) {
    at(queueUrl, source -> source.unseen().seen(receiptHandle));
  }

  private void at(String queueUrl, Consumer<Source> what) {
    var name = Queues.name(queueUrl);
    sources.stream().filter(source -> source.mapping().queueName().equals(name)).forEach(what);
  }

  /** Forgets what comes back and looks into every queue again, as when the world has just begun. */
  public void reset() {
    sources.forEach(
        source -> {
          source.unseen().clear();
          source.poller().wake();
        });
  }

  @Override
  public void close() {
    sources.forEach(source -> source.poller().close());
  }
}
