package dev.musubi.local.bench;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What a load came to: the latencies in microseconds, how many requests were not answered as they
 * should, and how long it took from the first intended start to the last answer.
 */
record Load(Histogram micros, long failures, Duration took) {
  double perSecond() {
    return micros.getTotalCount() * 1e9 / took.toNanos();
  }

  double millis(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1e3;
  }

  String told() {
    return "%7.1f/s   p50 %7.1f ms   p99 %7.1f ms   p99.9 %7.1f ms%s"
        .formatted(
            perSecond(),
            millis(50),
            millis(99),
            millis(99.9),
            failures == 0 ? "" : "   %d FAILED".formatted(failures));
  }
}
