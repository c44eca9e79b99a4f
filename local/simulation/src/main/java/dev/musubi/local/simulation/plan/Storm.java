package dev.musubi.local.simulation.plan;

import java.time.Instant;
import java.util.Objects;

/**
 * A time, up to {@code until}, in which things go wrong: the part that goes wrong of every thousand
 * calls, and which part of the world it hits.
 */
public record Storm(Instant from, Instant until, Target target, int perMille) {

  public Storm {
    Objects.requireNonNull(from, "'from' must not be null");
    Objects.requireNonNull(until, "'until' must not be null");
    Objects.requireNonNull(target, "'target' must not be null");
  }

  public boolean rages(Instant now) {
    return !now.isBefore(from) && now.isBefore(until);
  }

  /** What a storm is about. */
  public enum Target {
    EVERYTHING,
    PROCESSES,
    STORES,
    INDEXES,
    LINE,
    SHOPIFY,
    QUEUES
  }
}
