package dev.musubi.local.shopify.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a failed webhook is tried again: eight times over four hours, ever more slowly.
 *
 * @see <a href="https://shopify.dev/changelog/updates-to-webhook-retry-mechanism">Shopify: webhook
 *     retry mechanism</a>
 */
final class RetrySchedule {
  private static final List<Integer> MINUTES = List.of(1, 2, 4, 8, 15, 30, 60, 120);

  private RetrySchedule() {}

  /** Empty once the retries are used up. */
  static Optional<Instant> after(int failedAttempts, Instant now) {
    return failedAttempts > MINUTES.size()
        ? Optional.empty()
        : Optional.of(now.plus(Duration.ofMinutes(MINUTES.get(failedAttempts - 1))));
  }
}
