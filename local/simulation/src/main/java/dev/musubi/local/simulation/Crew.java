package dev.musubi.local.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Several threads, each with a worker of its own, that share numbers among them; and a watch. */
final class Crew {

  private final int hands;
  private final long began = System.nanoTime();

  Crew(int hands) {
    this.hands = hands;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Does every number once; {@code worker} makes one for each thread. */
  void each(long from, long to, Supplier<LongConsumer> worker) {
    AtomicLong next = new AtomicLong(from);
    List<Thread> threads = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (int hand = 0; hand < hands; hand++) {
      Thread thread =
          Thread.ofPlatform()
              .uncaughtExceptionHandler(
                  (t, failure) -> {
                    synchronized (failures) {
                      failures.add(failure);
                    }
                  })
              .unstarted(() -> work(next, to, worker.get()));
      thread.start();
      threads.add(thread);
    }
    threads.forEach(Crew::join);
    if (!failures.isEmpty()) {
      throw new IllegalStateException("a worker failed", failures.getFirst());
    }
  }

  private static void work(AtomicLong next, long to, LongConsumer worker) {
    for (long number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
      worker.accept(number);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
