package dev.musubi.local.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Sends requests at a constant rate over so many connections, whatever the answers do. A latency
 * counts from when its request should have been sent, so that a server that stalls is not excused
 * by a client that waits for it; that fault is known as coordinated omission.
 *
 * @see <a href="https://hdrhistogram.github.io/HdrHistogram/">HdrHistogram</a>
 */
final class OpenLoop {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final int connections;

  OpenLoop(int connections) {
    this.connections = connections;
  }

  /** {@code count} requests, {@code perSecond} of them each second. */
  Load run(LongFunction<HttpRequest> requests, int count, double perSecond) {
    return run(requests, count, (long) (1e9 / perSecond));
  }

  /** {@code count} requests, each as soon as a connection is free: what is the most? */
  Load flatOut(LongFunction<HttpRequest> requests, int count) {
    return run(requests, count, 0);
  }

  private Load run(LongFunction<HttpRequest> requests, int count, long interval) {
    ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST.toNanos() / 1_000, 3);
    AtomicLong next = new AtomicLong();
    AtomicLong failures = new AtomicLong();
    long begun = Stopwatch.nanos();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int worker = 0; worker < connections; worker++) {
        workers.execute(
            () -> {
              for (long at = next.getAndIncrement(); at < count; at = next.getAndIncrement()) {
                long due = interval == 0 ? Stopwatch.nanos() : begun + at * interval;
                Stopwatch.waitUntil(due);
                if (!answered(http, requests.apply(at))) {
                  failures.incrementAndGet();
                }
                micros.recordValue(Math.min(Stopwatch.since(due).toNanos() / 1_000, 119_000_000));
              }
            });
      }
    }
    return new Load(micros, failures.get(), Stopwatch.since(begun));
  }

  private static boolean answered(HttpClient http, HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
