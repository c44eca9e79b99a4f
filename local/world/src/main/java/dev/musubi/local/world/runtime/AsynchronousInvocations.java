package dev.musubi.local.world.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.local.world.clock.Agenda;
import dev.musubi.local.world.runtime.InvocationResult.Answered;
import dev.musubi.local.world.runtime.InvocationResult.Failed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Invokes functions for callers that wait for no answer, by Lambda's <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html">rules
 * for asynchronous invocation</a>: a failure is tried again after one minute and after two more on
 * the world's clock, then the event goes to the function's dead-letter queue if it has one.
 */
public final class AsynchronousInvocations implements Agenda {
  /** Takes an event that failed for the last time; it must have it when it returns. */
  @FunctionalInterface
  public interface DeadLetters {
    /** Sends the event to {@code queueUrl}, with the last error's message. */
    void send(String queueUrl, byte[] payload, String errorMessage);
  }

  private static final Logger LOG = LoggerFactory.getLogger(AsynchronousInvocations.class);
  private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Retry(Instant at, FunctionSpec function, byte[] payload, int failures) {}

  private final Lambda lambda;
  private final InstantSource clock;
  private final DeadLetters deadLetters;
  private final List<Retry> retries = new ArrayList<>();

  /** Retries on {@code clock}, the world's. */
  public AsynchronousInvocations(Lambda lambda, InstantSource clock, DeadLetters deadLetters) {
    this.lambda = lambda;
    this.clock = clock;
    this.deadLetters = deadLetters;
  }

  /**
   * Takes an event for a function.
   *
   * @throws IllegalArgumentException if there is no such function
   */
  public void invokeEvent(String name, byte[] payload) {
    invoke(lambda.function(name), payload, 0);
  }

  private void invoke(FunctionSpec function, byte[] payload, int failures) {
    lambda.invoke(
        function.name(),
        payload,
        result -> {
          switch (result) {
            case Answered answered -> {}
            case Failed failed -> failed(function, payload, failures, failed);
          }
        });
  }

  private void failed(FunctionSpec function, byte[] payload, int failures, Failed failed) {
    if (failures < WAITS.size()) {
      var at = clock.instant().plus(WAITS.get(failures));
      synchronized (this) {
        retries.add(new Retry(at, function, payload, failures + 1));
      }
      return;
    }
    function
        .deadLetterQueueUrl()
        .ifPresentOrElse(
            queue -> deadLetters.send(queue, payload, message(failed)),
            () -> LOG.warn("An event for {} failed three times and is gone", function.name()));
  }

  private static String message(Failed failed) {
    try {
      return JSON.readTree(failed.payload()).path("errorMessage").asText(failed.type());
    } catch (IOException unreadable) {
      return failed.type();
    }
  }

  /** Forgets every retry, as when the world has just begun. */
  public synchronized void reset() {
    retries.clear();
  }

  @Override
  public synchronized Optional<Due> next() {
    return retries.stream()
        .min(Comparator.comparing(Retry::at))
        .map(retry -> new Due(retry.at(), name(retry)));
  }

  @Override
  public List<Fired> fire(Instant now) {
    List<Retry> due;
    synchronized (this) {
      due =
          retries.stream()
              .filter(retry -> !retry.at().isAfter(now))
              .sorted(Comparator.comparing(Retry::at))
              .toList();
      retries.removeAll(due);
    }
    due.forEach(retry -> invoke(retry.function(), retry.payload(), retry.failures()));
    return due.stream()
        .map(retry -> new Fired(retry.at(), name(retry), retry.function().name()))
        .toList();
  }

  private static String name(Retry retry) {
    return "retry %d of %s".formatted(retry.failures(), retry.function().name());
  }
}
