package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Remembers retry keys for 24 hours from the first request that named them.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/retrying-api-request/">retrying
 *     API requests</a>
 */
final class RetryKeys {
  private static final Duration MEMORY = Duration.ofHours(24);
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Map<String, Entry> entries = new LinkedHashMap<>();

  /** What an accepted request was answered; {@code sent} is an empty list except for push. */
  record Accepted(String requestId, JsonNode sent) {}

  private record Entry(Instant first, Optional<Accepted> accepted) {}

  static boolean wellFormed(String key) {
    return FORM.matcher(key).matches();
  }

  /** Notes that a request named the key, and tells whether an earlier one was accepted. */
  Optional<Accepted> seen(String key, Instant now) {
    forget(now);
    return entries.computeIfAbsent(key, unknown -> new Entry(now, Optional.empty())).accepted();
  }

  void accept(String key, Accepted accepted, Instant now) {
    var first = entries.containsKey(key) ? entries.get(key).first() : now;
    entries.put(key, new Entry(first, Optional.of(accepted)));
  }

  private void forget(Instant now) {
    var oldest = entries.values().iterator();
    while (oldest.hasNext() && !now.isBefore(oldest.next().first().plus(MEMORY))) {
      oldest.remove();
    }
  }
}
