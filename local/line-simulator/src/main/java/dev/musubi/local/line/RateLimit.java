package dev.musubi.local.line;

import java.time.Duration;

/**
 * How many calls of one endpoint LINE takes from one channel.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#rate-limits">rate
 *     limits</a>
 */
record RateLimit(int calls, Duration per) {
  static final RateLimit COMMON = perSecond(2000);

  static RateLimit perSecond(int calls) {
    return new RateLimit(calls, Duration.ofSeconds(1));
  }

  static RateLimit perMinute(int calls) {
    return new RateLimit(calls, Duration.ofMinutes(1));
  }

  static RateLimit perHour(int calls) {
    return new RateLimit(calls, Duration.ofHours(1));
  }
}
