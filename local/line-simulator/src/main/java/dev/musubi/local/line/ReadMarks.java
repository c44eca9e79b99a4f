package dev.musubi.local.line;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which messages of people a channel may mark as read, and up to when it has. */
final class ReadMarks {
  private Map<String, String> writers = new LinkedHashMap<>();
  private Map<String, Instant> readAt = new LinkedHashMap<>();

  void issue(String token, String userId) {
    writers.put(token, userId);
  }

  Optional<String> writer(String token) {
    return Optional.ofNullable(writers.get(token));
  }

  void read(String userId, Instant now) {
    readAt.put(userId, now);
  }

  Optional<Instant> readAt(String userId) {
    return Optional.ofNullable(readAt.get(userId));
  }
}
