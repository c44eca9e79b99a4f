package dev.musubi.core.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Port: hands work on, durably, before it returns. */
public interface Outbox {

  /** A schedule fires at a whole minute or later, and never sooner than this after it is made. */
  Duration SHORTEST_DELAY = Duration.ofMinutes(2);

  /**
   * Queues the work; throws if any of it could not be queued, and then all of it must be handed in
   * again.
   */
  void now(List<? extends Work> work);

  /**
   * Schedules the work once, at {@code due} but no sooner than {@link #SHORTEST_DELAY}; the same
   * work for the same minute is scheduled once however often this is called.
   */
  void at(Instant due, Work work);

  /** Puts an intent whose fate only a person can tell where the operators find it. */
  void park(SendIntent intent);
}
