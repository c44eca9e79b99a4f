package dev.musubi.local.world.mapping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When the messages of one queue that nobody can receive now can be received (again): sent ones
 * with a delay, received ones by their receipt handle.
 */
final class Unseen {
  private final Map<String, Instant> received = new LinkedHashMap<>();
  private final List<Instant> delayed = new ArrayList<>();

  synchronized void delayed(Instant until) {
    delayed.add(until);
  }

  synchronized void received(String receiptHandle, Instant until) {
    received.put(receiptHandle, until);
  }

  synchronized void seen(String receiptHandle) {
    received.remove(receiptHandle);
  }

  synchronized void clear() {
    delayed.clear();
    received.clear();
  }

  synchronized Optional<Instant> next() {
    var all = new ArrayList<>(delayed);
    all.addAll(received.values());
    return all.stream().min(Comparator.naturalOrder());
  }

  /** Forgets what can be received at {@code now}, and tells when each came due, in order. */
  synchronized List<Instant> comeBack(Instant now) {
    var all = new ArrayList<>(delayed);
    all.addAll(received.values());
    delayed.removeIf(until -> !until.isAfter(now));
    received.values().removeIf(until -> !until.isAfter(now));
    return all.stream().filter(until -> !until.isAfter(now)).sorted().toList();
  }
}
