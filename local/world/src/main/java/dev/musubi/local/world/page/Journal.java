package dev.musubi.local.world.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What happened in the world, numbered from 1 in the order in which it was seen; the newest 20,000
 * entries are kept. Its era changes when everything begins anew, so that readers notice.
 */
final class Journal {
  private static final int KEPT = 20_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final String process;
  private int beginnings = 1;
  private long last;

  /** A journal of the process that is known by that name and no other. */
  Journal(String process) {
    this.process = process;
  }

  /** One thing that happened; {@code fields} are written as they are. */
  record Entry(long number, ObjectNode fields) {}

  /** What a reader has not seen yet, at most as many as it asked for, of one era. */
  record Page(String era, List<Entry> entries) {}

  void write(ObjectNode fields) {
    lock.lock();
    try {
      last++;
      entries.addLast(new Entry(last, fields.put("n", last)));
      if (entries.size() > KEPT) {
        entries.removeFirst();
      }
      written.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Forgets everything and begins another era. */
  void clear() {
    lock.lock();
    try {
      entries.clear();
      beginnings++;
      last = 0;
      written.signalAll();
    } finally {
      lock.unlock();
    }
  }

  String era() {
    lock.lock();
    try {
      return process + "-" + beginnings;
    } finally {
      lock.unlock();
    }
  }

  /** The number of the newest entry, 0 when there is none. */
  long last() {
    lock.lock();
    try {
      return last;
    } finally {
      lock.unlock();
    }
  }

  /** The newest entries after that number, the oldest of them first. */
  Page newest(long after, int most) {
    lock.lock();
    try {
      long from = Math.max(after, last - most);
      return new Page(era(), entries.stream().filter(e -> e.number() > from).toList());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until there is more in this era than up to that number, or another era has begun.
   *
   * @throws InterruptedException if the waiting thread is
   */
  void await(String era, long after, Duration limit) throws InterruptedException {
    lock.lock();
    try {
      if (era.equals(era()) && last <= after) {
        written.await(limit.toMillis(), TimeUnit.MILLISECONDS);
      }
    } finally {
      lock.unlock();
    }
  }
}
