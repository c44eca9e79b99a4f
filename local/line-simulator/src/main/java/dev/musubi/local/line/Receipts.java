package dev.musubi.local.line;

import java.time.Duration;
import java.util.Optional;

/**
 * When LINE tells by a {@code delivery} webhook that a notification message arrived.
 *
 * @param after how long after the delivery, on the simulator's clock; empty for never
 */
public record Receipts(Optional<Duration> after) {

  public Receipts {
    if (after.isPresent() && after.get().isNegative()) {
      throw new IllegalArgumentException("'after' must not be negative");
    }
  }

  public static Receipts atOnce() {
    return late(Duration.ZERO);
  }

  public static Receipts late(Duration by) {
    return new Receipts(Optional.of(by));
  }

  /** The message arrives, and the webhook is lost. */
  public static Receipts withheld() {
    return new Receipts(Optional.empty());
  }
}
