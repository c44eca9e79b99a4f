package dev.musubi.local.world.page;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread on which everything is told in its order, so that nobody waits for it. What fails is
 * handed on; what fails because the telling ends is not worth a word.
 */
final class Teller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

  private final Consumer<RuntimeException> failed;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("narrator").daemon().priority(Thread.MIN_PRIORITY).factory());

  Teller(Consumer<RuntimeException> failed) {
    this.failed = failed;
  }

  void later(Runnable telling) {
    try {
      thread.execute(() -> tell(telling));
    } catch (RejectedExecutionException ending) {
      LOG.debug("The world is ending");
    }
  }

  private void tell(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException e) {
      if (!thread.isShutdown()) {
        failed.accept(e);
      }
    }
  }

  /** Interrupts what is being told, and drops what was to follow. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
