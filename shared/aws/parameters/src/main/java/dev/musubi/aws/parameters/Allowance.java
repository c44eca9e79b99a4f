package dev.musubi.aws.parameters;

import java.time.Duration;
import java.time.Instant;

/**
 * How many shops that nobody has heard of may be looked up: so many at once, and one more after
 * each interval.
 */
final class Allowance {

  private final int most;
  private final Duration each;
  private int left;
  private Instant since = Instant.MIN;

  Allowance(int most, Duration each) {
    this.most = most;
    this.each = each;
    this.left = most;
  }

  synchronized boolean take(Instant now) {
    if (left == most) {
      since = now;
    }
    long earned = now.isBefore(since) ? 0 : Duration.between(since, now).dividedBy(each);
    since = since.plus(each.multipliedBy(earned));
    left = (int) Math.min(most, left + earned);
    if (left == 0) {
      return false;
    }
    left--;
    return true;
  }
}
