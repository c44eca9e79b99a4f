package dev.musubi.lambda;

import dev.musubi.core.sending.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Does at most so many things at a time, each on a virtual thread. All are done when it returns or
 * throws; the first failure in the list's order is the one that is thrown.
 */
public final class VirtualThreads implements Parallel {

  private final int most;

  public VirtualThreads(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("'most' must be at least 1");
    }
    this.most = most;
  }

  @Override
  public <A, B> List<B> map(List<A> in, Function<A, B> each) {
    Semaphore free = new Semaphore(most);
    List<Future<B>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (A one : in) {
        free.acquireUninterruptibly();
        running.add(
            threads.submit(
                () -> {
                  try {
                    return each.apply(one);
                  } finally {
                    free.release();
                  }
                }));
      }
    }
    return running.stream().map(VirtualThreads::result).toList();
  }

  private static <B> B result(Future<B> done) {
    try {
      return done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for parallel work", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
  }
}
