package dev.musubi.shopify.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** Lets no time pass: for whom a shopper waits, throws {@link UncheckedIOException} instead. */
  static Pause refused() {
    return time -> {
      throw new UncheckedIOException(new IOException("Shopify asks to wait, nobody here can"));
    };
  }
}
