package dev.musubi.local.line;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A token bucket for every channel and endpoint, filled by the simulator's clock. */
final class RateLimiter {
  private final Map<String, Bucket> buckets = new HashMap<>();

  /** Whether LINE takes one more call now. */
  synchronized boolean take(String key, RateLimit limit, Instant now) {
    var bucket = buckets.getOrDefault(key, new Bucket(limit.calls(), now));
    var filled = bucket.at(limit, now);
    var taken = filled.tokens >= 1;
    buckets.put(key, taken ? new Bucket(filled.tokens - 1, filled.since) : filled);
    return taken;
  }

  synchronized void clear() {
    buckets.clear();
  }

  private record Bucket(double tokens, Instant since) {
    Bucket at(RateLimit limit, Instant now) {
      var passed = Math.max(0, Duration.between(since, now).toNanos());
      var more = limit.calls() * (passed / (double) limit.per().toNanos());
      return new Bucket(Math.min(limit.calls(), tokens + more), now.isAfter(since) ? now : since);
    }
  }
}
