package dev.musubi.local.simulation.world;

import java.time.Instant;
import java.util.List;

/**
 * One call of a function: what it is about, until when it may run, and how many ports it called.
 */
final class Invocation {

  final String function;
  final String name;
  final Instant deadline;
  final List<Cause> causes;
  private int calls;

  Invocation(String function, String name, Instant deadline, List<Cause> causes) {
    this.function = function;
    this.name = name;
    this.deadline = deadline;
    this.causes = List.copyOf(causes);
  }

  int nextCall() {
    return ++calls;
  }
}
