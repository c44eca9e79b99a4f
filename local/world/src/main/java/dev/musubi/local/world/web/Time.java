package dev.musubi.local.world.web;

import dev.musubi.local.world.clock.Agenda.Due;
import dev.musubi.local.world.clock.Agenda.Fired;
import dev.musubi.local.world.clock.Walk;
import dev.musubi.local.world.web.Interface.Behind;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** {@code /local/clock}, {@code /local/idle} and {@code /local/reset}. */
final class Time {
  private static final int LONGEST_WAIT_SECONDS = 600;
  private static final int DEFAULT_WAIT_SECONDS = 30;
  private static final Duration RESET_LIMIT = Duration.ofSeconds(30);

  private final Behind world;

  Time(Behind world) {
    this.world = world;
  }

  record Walked(Instant now, List<Fired> fired) {}

  record Idle(Instant now, List<Due> later) {}

  Walked walk(Body body) {
    if (body.has("to") == body.has("by")) {
      throw Problem.bad("Give 'to', a time with its offset, or 'by', a duration such as PT1H.");
    }
    CompletableFuture<Walk.Walked> walk =
        body.has("to")
            ? world.walk().to(instant(body.text("to")))
            : world.walk().by(duration(body.text("by")));
    try {
      Walk.Walked walked = walk.join();
      return new Walked(walked.now(), walked.fired().stream().map(this::named).toList());
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new Problem(503, "The world is ending.");
    }
  }

  private Fired named(Fired fired) {
    return new Fired(fired.at(), fired.name(), world.cloud().functionName(fired.target()));
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Problem.bad("'to' must be a time with its offset, such as 2026-03-01T18:00:00+09:00.");
    }
  }

  private static Duration duration(String text) {
    try {
      Duration by = Duration.parse(text);
      if (!by.isNegative()) {
        return by;
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw Problem.bad("'by' must be a duration such as PT1H or P1D, and not negative.");
  }

  Idle idle(Context http) throws InterruptedException {
    String seconds = Optional.ofNullable(http.queryParam("seconds")).orElse("");
    if (!seconds.matches("\\d{0,3}")
        || !seconds.isEmpty() && Integer.parseInt(seconds) > LONGEST_WAIT_SECONDS) {
      throw Problem.bad("'seconds' must be a whole number from 0 to 600.");
    }
    int limit = seconds.isEmpty() ? DEFAULT_WAIT_SECONDS : Integer.parseInt(seconds);
    Walk.Idle idle = world.walk().idle(Duration.ofSeconds(limit));
    return new Idle(idle.now(), idle.later());
  }

  /** What is under way ends first, so that nothing of it reaches into the new beginning. */
  Map<String, Object> reset() throws InterruptedException {
    world.busy().awaitIdle(RESET_LIMIT);
    world.demonstration().reset();
    world.thoughts().narrator().reset();
    return Map.of("now", world.clock().instant());
  }
}
