package dev.musubi.testkit.memory;

import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Work;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Queues and schedules that a test empties by hand. */
public final class MemoryOutbox implements Outbox {

  private record Due(Instant minute, String name) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byMinute = minute.compareTo(other.minute);
      return byMinute != 0 ? byMinute : name.compareTo(other.name);
    }
  }

  private final InstantSource clock;
  private final Deque<Work> queued = new ArrayDeque<>();
  private final SortedMap<Due, Work> scheduled = new TreeMap<>();
  private final List<SendIntent> parked = new ArrayList<>();

  public MemoryOutbox(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void now(List<? extends Work> work) {
    queued.addAll(work);
  }

  @Override
  public synchronized void at(Instant due, Work work) {
    Instant earliest = clock.instant().plus(SHORTEST_DELAY);
    Instant at = due.isBefore(earliest) ? earliest : due;
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    Instant whole = minute.equals(at) ? minute : minute.plus(1, ChronoUnit.MINUTES);
    scheduled.putIfAbsent(new Due(whole, work.name()), work);
  }

  @Override
  public synchronized void park(SendIntent intent) {
    parked.add(intent);
  }

  /** Everything that is queued, first in first out; the queue is empty after it. */
  public synchronized List<Work> takeQueued() {
    List<Work> taken = List.copyOf(queued);
    queued.clear();
    return taken;
  }

  /** Everything whose schedule has come, in the order of time; it is queued nowhere after it. */
  public synchronized List<Work> takeDue() {
    Instant now = clock.instant();
    List<Work> taken = new ArrayList<>();
    while (!scheduled.isEmpty() && !scheduled.firstKey().minute().isAfter(now)) {
      taken.add(scheduled.pollFirstEntry().getValue());
    }
    return taken;
  }

  public synchronized List<Work> queued() {
    return List.copyOf(queued);
  }

  public synchronized List<Work> scheduled() {
    return List.copyOf(scheduled.values());
  }

  /** The minutes of what is scheduled, in the order of {@link #scheduled}. */
  public synchronized List<Instant> scheduledFor() {
    return scheduled.keySet().stream().map(Due::minute).toList();
  }

  public synchronized List<SendIntent> parked() {
    return List.copyOf(parked);
  }
}
