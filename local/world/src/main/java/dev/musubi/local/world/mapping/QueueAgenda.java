package dev.musubi.local.world.mapping;

import dev.musubi.local.world.clock.Agenda;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Wakes a queue's poller when delayed messages and messages under work come back. */
final class QueueAgenda implements Agenda {
  private final SourceMapping mapping;
  private final Unseen unseen;
  private final Poller poller;

  QueueAgenda(SourceMapping mapping, Unseen unseen, Poller poller) {
    this.mapping = mapping;
    this.unseen = unseen;
    this.poller = poller;
  }

  @Override
  public Optional<Due> next() {
    return unseen.next().map(at -> new Due(at, "message in " + mapping.queueName()));
  }

  @Override
  public List<Fired> fire(Instant now) {
    var back = unseen.comeBack(now);
    if (!back.isEmpty()) {
      poller.wake();
    }
    return back.stream()
        .map(at -> new Fired(at, "message in " + mapping.queueName(), mapping.function()))
        .toList();
  }
}
