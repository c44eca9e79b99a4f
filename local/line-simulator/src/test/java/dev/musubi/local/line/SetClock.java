package dev.musubi.local.line;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until a test moves it. */
final class SetClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-22T03:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void forward(Duration by) {
    now = now.plus(by);
  }
}
