package dev.musubi.local.line;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sees activity begin and end, and waits for ends without sleeping. */
final class Watch implements Activity {
  private final AtomicInteger begun = new AtomicInteger();
  private final Semaphore ends = new Semaphore(0);

  @Override
  public Running begin(String what) {
    begun.incrementAndGet();
    return ends::release;
  }

  int begun() {
    return begun.get();
  }

  /** Waits until one more thing has ended than was waited for before. */
  void awaitEnd() {
    try {
      if (!ends.tryAcquire(10, TimeUnit.SECONDS)) {
        throw new AssertionError("nothing ended within ten seconds");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
