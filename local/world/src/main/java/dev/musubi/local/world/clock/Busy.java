package dev.musubi.local.world.clock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is under way in the local world, in the order in which it began, with a signal when the last
 * piece ends.
 *
 * <p>A <em>hold</em> is work that only waits for company, such as a batching window: it keeps the
 * world from being idle, and is told when nothing but holds is left.
 */
public final class Busy implements Activity {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private final Map<Work, String> working = new LinkedHashMap<>();
  private final Map<Work, Hold> held = new LinkedHashMap<>();

  @Override
  public Work begin(String what) {
    var work =
        new Work() {
          @Override
          public void close() {
            end(this);
          }
        };
    lock.lock();
    try {
      working.put(work, what);
    } finally {
      lock.unlock();
    }
    return work;
  }

  /**
   * Something waits for company; {@code alone} is called, once at most and on another's thread,
   * when nothing else in the world works. It must neither block nor fail.
   */
  public Work hold(String what, Runnable alone) {
    var work =
        new Work() {
          @Override
          public void close() {
            end(this);
          }
        };
    List<Runnable> releases;
    lock.lock();
    try {
      held.put(work, new Hold(what, alone));
      releases = releases();
    } finally {
      lock.unlock();
    }
    releases.forEach(Runnable::run);
    return work;
  }

  private void end(Work work) {
    List<Runnable> releases;
    lock.lock();
    try {
      working.remove(work);
      held.remove(work);
      releases = releases();
      if (working.isEmpty() && held.isEmpty()) {
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
    releases.forEach(Runnable::run);
  }

  /** Takes the calls that are due out of the holds, to be made once the lock is given back. */
  private List<Runnable> releases() {
    if (!working.isEmpty()) {
      return List.of();
    }
    var due = held.values().stream().map(Hold::alone).toList();
    held.replaceAll((work, hold) -> new Hold(hold.what(), () -> {}));
    return due;
  }

  /**
   * Waits until nothing is under way.
   *
   * @return whether that was so within {@code limit}
   * @throws InterruptedException if the waiting thread is
   */
  public boolean awaitIdle(Duration limit) throws InterruptedException {
    var left = limit.toNanos();
    lock.lock();
    try {
      while (!working.isEmpty() || !held.isEmpty()) {
        if (left <= 0) {
          return false;
        }
        left = idle.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Waits like {@link #awaitIdle} and fails with the names of what is still busy. */
  void requireIdle(Duration limit) throws InterruptedException {
    if (!awaitIdle(limit)) {
      throw new StillBusy(limit, underWay());
    }
  }

  /** The names of everything under way, the oldest first. */
  public List<String> underWay() {
    lock.lock();
    try {
      var names = new ArrayList<>(working.values());
      held.values().forEach(hold -> names.add(hold.what()));
      return List.copyOf(names);
    } finally {
      lock.unlock();
    }
  }

  private record Hold(String what, Runnable alone) {}
}
