package dev.musubi.aws.queues;

import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.RunShard;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Work;
import java.util.Objects;
import java.util.Optional;

/** The URLs of the queues that a function may send to; those it does not need are absent. */
public record Queues(
    Optional<String> express,
    Optional<String> bulk,
    Optional<String> fanOut,
    Optional<String> chores,
    Optional<String> unknown) {

  public static final Queues NONE =
      new Queues(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Queues {
    Objects.requireNonNull(express, "'express' must not be null");
    Objects.requireNonNull(bulk, "'bulk' must not be null");
    Objects.requireNonNull(fanOut, "'fanOut' must not be null");
    Objects.requireNonNull(chores, "'chores' must not be null");
    Objects.requireNonNull(unknown, "'unknown' must not be null");
  }

  public Queues withPush(String expressUrl, String bulkUrl) {
    return new Queues(Optional.of(expressUrl), Optional.of(bulkUrl), fanOut, chores, unknown);
  }

  /** For who sends nothing in bulk. */
  public Queues withExpress(String url) {
    return new Queues(Optional.of(url), bulk, fanOut, chores, unknown);
  }

  public Queues withFanOut(String url) {
    return new Queues(express, bulk, Optional.of(url), chores, unknown);
  }

  public Queues withChores(String url) {
    return new Queues(express, bulk, fanOut, Optional.of(url), unknown);
  }

  public Queues withUnknown(String url) {
    return new Queues(express, bulk, fanOut, chores, Optional.of(url));
  }

  String of(Work work) {
    return switch (work) {
      case SendIntent intent ->
          switch (intent.lane()) {
            case EXPRESS -> known(express, "express");
            case BULK -> known(bulk, "bulk");
          };
      case RunShard shard -> known(fanOut, "fan-out");
      case Chore chore -> known(chores, "chores");
    };
  }

  String forOperators() {
    return known(unknown, "unknown");
  }

  private static String known(Optional<String> url, String name) {
    return url.orElseThrow(
        () -> new IllegalStateException("this function is not set up for the queue " + name));
  }
}
