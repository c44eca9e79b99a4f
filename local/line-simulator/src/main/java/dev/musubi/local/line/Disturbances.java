package dev.musubi.local.line;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Which of the next webhooks are disturbed, and the one that waits for another to pass. */
final class Disturbances {
  private final Deque<Disturbance> next = new ArrayDeque<>();
  private Optional<Runnable> held = Optional.empty();

  synchronized void add(Disturbance kind, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("'count' must be at least 1");
    }
    for (var i = 0; i < count; i++) {
      next.add(kind);
    }
  }

  /** What befalls the webhook that is about to be sent; one that follows a held one passes it. */
  synchronized Disturbance take() {
    return held.isPresent() || next.isEmpty() ? Disturbance.NONE : next.poll();
  }

  synchronized void hold(Runnable sending) {
    held = Optional.of(sending);
  }

  /** Takes out what waits for its turn. */
  synchronized Optional<Runnable> release() {
    var waiting = held;
    held = Optional.empty();
    return waiting;
  }

  synchronized void clear() {
    next.clear();
  }
}
