package dev.musubi.local.bench;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The machine's time, in nanoseconds of {@link System#nanoTime}: what measuring is made of. */
final class Stopwatch {
  private static final Duration LOOK = Duration.ofMillis(5);

  private Stopwatch() {}

  /** What a world takes for the real time. */
  static InstantSource machine() {
    return InstantSource.system();
  }

  static long nanos() {
    return System.nanoTime();
  }

  static Duration since(long begun) {
    return Duration.ofNanos(nanos() - begun);
  }

  static void waitUntil(long nanos) {
    for (long left = nanos - nanos(); left > 0; left = nanos - nanos()) {
      LockSupport.parkNanos(left);
    }
  }

  static void hold(Duration time) {
    waitUntil(nanos() + time.toNanos());
  }

  /** Looks every few milliseconds; false if it did not come true within {@code limit}. */
  static boolean await(Duration limit, BooleanSupplier there) {
    long end = nanos() + limit.toNanos();
    while (!there.getAsBoolean()) {
      if (nanos() > end) {
        return false;
      }
      hold(LOOK);
    }
    return true;
  }
}
