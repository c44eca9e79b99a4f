package dev.musubi.local.simulation;

import dev.musubi.core.sending.Disposition;
import dev.musubi.core.sending.Work;
import dev.musubi.testkit.memory.Death;
import dev.musubi.testkit.memory.Mortality;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Time going by: quarter-hour ticks that are retried after a minute, a queue that delivers at least
 * once and hides what is being worked on, schedules; whoever dies is started again.
 */
final class Days {

  private static final Duration TICK = Duration.ofMinutes(15);
  private static final Duration TICK_RETRY = Duration.ofMinutes(1);
  private static final Duration VISIBILITY = Duration.ofMinutes(3);

  private final Town town;
  private final Mortality mortality;
  private final List<Waiting> waiting = new ArrayList<>();
  private Workers workers;

  private record Waiting(Work work, int receives, Instant visibleAt) {}

  Days(Town town, Mortality mortality) {
    this.town = town;
    this.mortality = mortality;
    this.workers = new Workers(town, mortality);
  }

  /** Lives through everything that happens until then. */
  void until(Instant end) {
    Instant tick = nextTick();
    while (true) {
      workOff();
      Instant next = next(tick);
      if (next.isAfter(end)) {
        town.clock.set(end);
        return;
      }
      town.clock.set(next);
      if (!next.isBefore(tick)) {
        tick = tick() ? nextTick() : next.plus(TICK_RETRY);
      }
    }
  }

  private Instant nextTick() {
    long step = TICK.toMillis();
    return Instant.ofEpochMilli((town.clock.instant().toEpochMilli() / step + 1) * step);
  }

  private Instant next(Instant tick) {
    Optional<Instant> visible =
        waiting.stream().map(Waiting::visibleAt).min(Comparator.naturalOrder());
    Optional<Instant> scheduled =
        town.outbox.scheduledFor().stream().min(Comparator.naturalOrder());
    return Stream.of(Optional.of(tick), visible, scheduled)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private boolean tick() {
    try {
      workers.tick();
      return true;
    } catch (Death death) {
      workers = new Workers(town, mortality);
      return false;
    }
  }

  private void workOff() {
    collect();
    for (Optional<Waiting> message = visible(); message.isPresent(); message = visible()) {
      waiting.remove(message.get());
      work(message.get());
      collect();
    }
  }

  private void collect() {
    Instant now = town.clock.instant();
    town.outbox.takeQueued().forEach(work -> waiting.add(new Waiting(work, 1, now)));
    town.outbox.takeDue().forEach(work -> waiting.add(new Waiting(work, 1, now)));
  }

  private Optional<Waiting> visible() {
    Instant now = town.clock.instant();
    return waiting.stream().filter(message -> !message.visibleAt().isAfter(now)).findFirst();
  }

  private void work(Waiting message) {
    try {
      Disposition then = workers.work(message.work(), message.receives());
      if (then instanceof Disposition.RetryAfter(Duration delay)) {
        comeBack(message, delay);
      }
    } catch (Death death) {
      workers = new Workers(town, mortality);
      comeBack(message, VISIBILITY);
    }
  }

  private void comeBack(Waiting message, Duration delay) {
    waiting.add(
        new Waiting(message.work(), message.receives() + 1, town.clock.instant().plus(delay)));
  }
}
