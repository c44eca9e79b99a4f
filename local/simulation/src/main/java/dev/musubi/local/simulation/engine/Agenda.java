package dev.musubi.local.simulation.engine;

import dev.musubi.testkit.memory.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/**
 * What is going to happen, in the order of virtual time. Whoever waits in the middle of something
 * lets the others go on: {@link #pass} runs what falls into that time before it returns.
 */
public final class Agenda {

  private record Entry(Instant at, long number, Runnable what) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  private static final int DEEPEST = 12;

  private final SettableClock clock;
  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long numbers;
  private int depth;

  public Agenda(Instant start) {
    clock = new SettableClock(start);
  }

  public InstantSource clock() {
    return clock;
  }

  public Instant now() {
    return clock.instant();
  }

  /** At that time, or at once if it has passed. */
  public void at(Instant time, Runnable what) {
    entries.add(new Entry(time, numbers++, what));
  }

  public void after(Duration delay, Runnable what) {
    at(now().plus(delay), what);
  }

  /** Time goes by for who waits; too deep in others' waiting, nobody else moves any more. */
  public void pass(Duration time) {
    Instant until = now().plus(time);
    if (depth < DEEPEST) {
      runUntil(until);
    } else {
      forward(until);
    }
  }

  public void runUntil(Instant end) {
    depth++;
    try {
      while (!entries.isEmpty() && !entries.peek().at().isAfter(end)) {
        Entry next = entries.poll();
        forward(next.at());
        next.what().run();
      }
    } finally {
      depth--;
    }
    forward(end);
  }

  private void forward(Instant to) {
    if (to.isAfter(now())) {
      clock.set(to);
    }
  }
}
