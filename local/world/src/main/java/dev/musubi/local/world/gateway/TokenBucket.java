package dev.musubi.local.world.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets through so many requests per second in the long run, and so many at once. */
final class TokenBucket {
  private final double perSecond;
  private final int burst;
  private final InstantSource time;
  private double tokens;
  private Instant filled;

  TokenBucket(double perSecond, int burst, InstantSource time) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.time = time;
    this.tokens = burst;
    this.filled = time.instant();
  }

  /** Takes a token if there is one. */
  synchronized boolean take() {
    var now = time.instant();
    var seconds = Duration.between(filled, now).toNanos() / 1e9;
    tokens = Math.min(burst, tokens + seconds * perSecond);
    filled = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
