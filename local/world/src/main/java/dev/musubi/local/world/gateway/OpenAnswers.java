package dev.musubi.local.world.gateway;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Answers on their way to a server that may be closed meanwhile: what comes afterwards is nobody's.
 * Javalin, told of an answer to a request that Jetty has taken back, would deal with that failure
 * for ever.
 */
final class OpenAnswers {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  /** Completes as {@code coming} does, or never. */
  <T> CompletableFuture<T> whileOpen(CompletableFuture<T> coming) {
    CompletableFuture<T> given = new CompletableFuture<>();
    coming.whenComplete(
        (answer, failure) -> {
          lock.readLock().lock();
          try {
            if (closed) {
              return;
            }
            if (failure == null) {
              given.complete(answer);
            } else {
              given.completeExceptionally(failure);
            }
          } finally {
            lock.readLock().unlock();
          }
        });
    return given;
  }

  /** Returns once nobody deals with an answer any more. */
  void close() {
    lock.writeLock().lock();
    closed = true;
    lock.writeLock().unlock();
  }
}
