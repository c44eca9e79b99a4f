package dev.musubi.local.simulation.world;

import dev.musubi.local.simulation.history.History;
import dev.musubi.local.simulation.plan.Act;

/**
 * An act that a platform tells of, and how much of what it set off is still on its way: when
 * nothing is, it is settled.
 */
final class Cause {

  private final Act act;
  private final History history;
  private int open;
  private boolean queued;
  private boolean told;
  private boolean settled;

  Cause(Act act, History history) {
    this.act = act;
    this.history = history;
  }

  void begin() {
    open++;
  }

  /** It stands in a queue: no death of a process can lose it. */
  void queued() {
    queued = true;
    begin();
  }

  void end() {
    open--;
    settle();
  }

  /** The platform was answered that it is known; from now on it must not get lost. */
  void told() {
    if (!told) {
      told = true;
      history.told(act, queued);
    }
    settle();
  }

  private void settle() {
    if (told && open == 0 && !settled) {
      settled = true;
      history.settled(act);
    }
  }
}
