package dev.musubi.shopify.admin;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Port: lets time pass. */
@FunctionalInterface
public interface Pause {

  void of(Duration time);

  /** Holds the calling thread. */
  static Pause ofThread() {
    return time -> LockSupport.parkNanos(time.toNanos());
  }
}
