package dev.musubi.local.shopify.webhook;

import java.time.Duration;

/**
 * How a shop's webhooks come, since Shopify promises neither order nor time nor number: so many
 * times more, each with the same id; so late; those of one act in the opposite order.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/best-practices">Shopify: best
 *     practices for webhooks</a>
 */
public record Disorder(int duplicates, Duration lateness, boolean newestFirst) {
  private static final int MOST_DUPLICATES = 100;
  private static final Duration LATEST = Duration.ofDays(1);

  public Disorder {
    if (duplicates < 0 || duplicates > MOST_DUPLICATES) {
      throw new IllegalArgumentException("'duplicates' must be from 0 to " + MOST_DUPLICATES);
    }
    if (lateness.isNegative() || lateness.compareTo(LATEST) > 0) {
      throw new IllegalArgumentException("'late' must be at most one day");
    }
  }

  /** Once, at once, in order. */
  public static Disorder none() {
    return new Disorder(0, Duration.ZERO, false);
  }
}
