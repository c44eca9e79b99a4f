package dev.musubi.local.line;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Stateless channel access tokens: any number of them, each good for fifteen minutes. */
final class AccessTokens {
  static final Duration LIFE = Duration.ofMinutes(15);

  private Map<String, Instant> expiries = new LinkedHashMap<>();

  void issue(String token, Instant now) {
    expiries.values().removeIf(expiry -> !now.isBefore(expiry));
    expiries.put(token, now.plus(LIFE));
  }

  boolean good(String token, Instant now) {
    return expiries.containsKey(token) && now.isBefore(expiries.get(token));
  }
}
