package dev.musubi.local.world.runtime;

import java.util.OptionalLong;

/**
 * What a function has done so far.
 *
 * @param pid the process that started last of those that run
 * @param starts how many environments were started
 * @param lastInitMs from the last start to readiness, in milliseconds
 * @param errors invocations that failed, of {@code invocations}
 * @param residentBytes memory of all its processes, where the system tells it
 */
public record FunctionStats(
    String name,
    OptionalLong pid,
    State state,
    int starts,
    OptionalLong lastInitMs,
    long invocations,
    long errors,
    OptionalLong residentBytes) {
  /** The busiest state of a function's environments. */
  public enum State {
    NONE,
    IDLE,
    STARTING,
    BUSY
  }
}
