package dev.musubi.lambda;

import dev.musubi.core.sending.Meter;
import dev.musubi.core.sending.Result;
import dev.musubi.core.shop.ShopId;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Figures of one function as CloudWatch reads them out of its log: namespace {@value #NAMESPACE},
 * one dimension {@code Stack}, at most 100 names, written once per batch by {@link #flush()}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">Embedded
 *     metric format</a>
 */
public final class EmbeddedMetrics implements Meter {

  public static final String NAMESPACE = "Musubi";

  private static final String AGE = "OldestMessageSeconds";
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMetrics.class);

  private final String stack;
  private final PrintStream out;
  private final InstantSource clock;
  private final SortedMap<String, Long> figures = new TreeMap<>();

  public EmbeddedMetrics(String stack, PrintStream out, InstantSource clock) {
    this.stack = checked(stack);
    this.out = out;
    this.clock = clock;
  }

  /** Adds to a figure of that name, letters and digits only. */
  public void add(String name, long count) {
    checked(name);
    synchronized (figures) {
      figures.merge(name, count, Long::sum);
    }
  }

  @Override
  public void count(Result result) {
    add(
        switch (result) {
          case Result.Sent sent -> "Sent";
          case Result.Skipped skipped -> "Skipped";
          case Result.Deferred deferred -> "Deferred";
          case Result.Refused refused -> "Refused";
          case Result.Unknown unknown -> "Unknown";
        },
        1);
  }

  @Override
  public void paused(ShopId shop) {
    LOG.error("shop {} is paused: LINE does not take its credentials", shop);
    add("ShopPaused", 1);
  }

  @Override
  public void subscriptionsLost(ShopId shop, int count) {
    LOG.error("shop {}: {} webhooks had been ended and are set up again", shop, count);
    add("SubscriptionsLost", count);
  }

  @Override
  public void ordersMissed(ShopId shop, int count) {
    LOG.info("shop {}: {} orders changed that no webhook told", shop, count);
    add("OrdersMissed", count);
  }

  @Override
  public void failed(RuntimeException cause) {
    LOG.warn("failed, will be tried again: {}", Causes.text(cause));
    add("Failed", 1);
  }

  /**
   * The age of the oldest message of the batch: the platform's own figure leaves out those received
   * three times or more, which are the ones in trouble.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html">Metrics
   *     of SQS</a>
   */
  @Override
  public void queued(Instant at) {
    long seconds = Math.max(0, Duration.between(at, clock.instant()).toSeconds());
    synchronized (figures) {
      figures.merge(AGE, seconds, Math::max);
    }
  }

  /** Writes what was counted since the last time, if anything was, as one line. */
  @Override
  public void flush() {
    String line;
    synchronized (figures) {
      if (figures.isEmpty()) {
        return;
      }
      line = line();
      figures.clear();
    }
    out.println(line);
    out.flush();
  }

  private String line() {
    String definitions =
        figures.keySet().stream()
            .map(name -> "{\"Name\":\"" + name + "\",\"Unit\":\"" + unit(name) + "\"}")
            .collect(Collectors.joining(","));
    String values =
        figures.entrySet().stream()
            .map(figure -> ",\"" + figure.getKey() + "\":" + figure.getValue())
            .collect(Collectors.joining());
    return """
        {"_aws":{"Timestamp":%d,"CloudWatchMetrics":[{"Namespace":"%s","Dimensions":[["Stack"]],\
        "Metrics":[%s]}]},"Stack":"%s"%s}"""
        .formatted(clock.millis(), NAMESPACE, definitions, stack, values);
  }

  private static String unit(String name) {
    return name.equals(AGE) ? "Seconds" : "Count";
  }

  private static String checked(String name) {
    if (!name.matches("[A-Za-z0-9-]{1,128}")) {
      throw new IllegalArgumentException("names must have letters, digits and hyphens only");
    }
    return name;
  }
}
