package dev.musubi.testkit.functions;

import java.lang.management.ManagementFactory;

/**
 * How much work a call is, in bytes that it allocates: unlike its time the same on a busy machine.
 */
public final class Effort {

  private static final int WARM_UP = 200;
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Effort() {}

  /** The least of several calls in this thread, so that what is done once does not count. */
  public static long of(Runnable call) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < WARM_UP; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      call.run();
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
