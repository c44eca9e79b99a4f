package dev.musubi.local.world.mapping;

import dev.musubi.local.world.clock.Activity.Work;
import dev.musubi.local.world.clock.Busy;
import dev.musubi.local.world.runtime.InvocationResult;
import dev.musubi.local.world.runtime.Invoker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Carries the messages of one queue to its function, in batches, as Lambda's pollers do.
 *
 * <p>It receives only after it was told that there may be something, and from then on keeps the
 * world busy until the queue is seen empty and every batch was answered.
 */
final class Poller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final Work NOTHING = () -> {};

  /** A window ends early when ten more messages might not fit into Lambda's 6 MB. */
  private static final int WINDOW_BYTES = 3_000_000;

  /** How long a queue that does not answer is left alone before it is asked again. */
  private static final Duration AFTER_FAILURE = Duration.ofMillis(200);

  private final SourceMapping mapping;
  private final SourceQueue queue;
  private final Invoker invoker;
  private final Busy busy;
  private final SqsEvent event;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;

  /**
   * Lasts while there may be messages to receive or some wait for company. It is replaced under the
   * lock and closed outside of it, because the end of work may call another poller.
   */
  private Work looking = NOTHING;

  private boolean mayHaveMore;
  private boolean alone;
  private boolean open = true;
  private int atFunction;

  Poller(SourceMapping mapping, SourceQueue queue, SqsEvent event, Invoker invoker, Busy busy) {
    this.mapping = mapping;
    this.queue = queue;
    this.event = event;
    this.invoker = invoker;
    this.busy = busy;
    wake();
    this.thread = Thread.ofVirtual().name("poller " + mapping.queueName()).start(this::live);
  }

  /** There may be messages to receive. */
  void wake() {
    var before = NOTHING;
    lock.lock();
    try {
      if (!mayHaveMore) {
        mayHaveMore = true;
        before = looking;
        looking = busy.begin("queue " + mapping.queueName());
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    before.close();
  }

  private void live() {
    try {
      while (awaitTurn()) {
        dispatch(gather());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean awaitTurn() throws InterruptedException {
    lock.lock();
    try {
      while (open && (!mayHaveMore || atFunction >= mapping.atOnce())) {
        changed.await();
      }
      alone = false;
      return open;
    } finally {
      lock.unlock();
    }
  }

  /** Receives one batch: what is there, or with a window what comes until it ends. */
  private List<Message> gather() throws InterruptedException {
    var batch = new ArrayList<Message>();
    var left = mapping.window().toNanos();
    while (true) {
      var received = receive(mapping.batchSize() - batch.size());
      batch.addAll(received);
      if (batch.isEmpty() || left <= 0 || isFull(batch)) {
        return batch;
      }
      if (received.isEmpty()) {
        left = awaitCompany(left);
      }
    }
  }

  private boolean isFull(List<Message> batch) {
    var bytes = batch.stream().mapToLong(message -> message.body().length()).sum();
    return batch.size() >= mapping.batchSize() || bytes >= WINDOW_BYTES;
  }

  /** Tells how much of the window is left once there may be more, nothing once it has ended. */
  private long awaitCompany(long window) throws InterruptedException {
    var hold = busy.hold("batching window of " + mapping.queueName(), this::leftAlone);
    replaceLooking(hold).close();
    var left = window;
    lock.lock();
    try {
      while (!mayHaveMore && !alone && left > 0) {
        left = changed.awaitNanos(left);
      }
      return mayHaveMore ? left : 0;
    } finally {
      lock.unlock();
    }
  }

  private Work replaceLooking(Work now) {
    lock.lock();
    try {
      var before = looking;
      looking = now;
      return before;
    } finally {
      lock.unlock();
    }
  }

  private void leftAlone() {
    lock.lock();
    try {
      alone = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private List<Message> receive(int most) throws InterruptedException {
    mayHaveMore(false);
    try {
      var messages = queue.receive(most);
      if (!messages.isEmpty()) {
        mayHaveMore(true);
      }
      return messages;
    } catch (SdkException failed) {
      mayHaveMore(true);
      pauseAfter(failed);
      return List.of();
    }
  }

  private void mayHaveMore(boolean more) {
    lock.lock();
    try {
      mayHaveMore = more;
    } finally {
      lock.unlock();
    }
  }

  private void pauseAfter(SdkException failed) throws InterruptedException {
    lock.lock();
    try {
      if (!open) {
        throw new InterruptedException();
      }
      LOG.warn("Queue {} did not answer: {}", mapping.queueName(), failed.getMessage());
      changed.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      lock.unlock();
    }
  }

  private void dispatch(List<Message> batch) {
    var work = batch.isEmpty() ? NOTHING : busy.begin("batch of " + mapping.queueName());
    var before = NOTHING;
    lock.lock();
    try {
      if (!batch.isEmpty()) {
        atFunction++;
      }
      if (!mayHaveMore) {
        before = looking;
        looking = NOTHING;
      }
    } finally {
      lock.unlock();
    }
    before.close();
    if (!batch.isEmpty()) {
      invoker
          .invoke(mapping.function(), event.of(batch))
          .whenCompleteAsync(
              (result, failure) -> finish(batch, result, failure, work),
              Thread::startVirtualThread);
    }
  }

  private void finish(List<Message> batch, InvocationResult result, Throwable failure, Work work) {
    try (work) {
      if (failure == null) {
        queue.delete(BatchVerdict.done(batch, result, mapping.reportsFailures()));
      } else {
        LOG.error("A batch of {} went to no function", mapping.queueName(), failure);
      }
    } catch (SdkException failed) {
      LOG.warn("Queue {} kept what is done: {}", mapping.queueName(), failed.getMessage());
    } finally {
      lock.lock();
      try {
        atFunction--;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Ends the poller; what it holds comes back to its queue when its visibility lapses. */
  @Override
  public void close() {
    lock.lock();
    try {
      open = false;
    } finally {
      lock.unlock();
    }
    thread.interrupt();
  }
}
