package dev.musubi.local.bench;

import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.shop.ShopId;
import dev.musubi.local.bench.SlowLine.Manner;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * One shop's messages at a constant rate, alone, and while another shop's channel hangs or is at
 * its limit; the delay counts from when a message should have been queued to LINE's answer.
 */
final class Neighbours implements Measurement {
  private static final int MESSAGES = 400;
  private static final int OTHERS = 300;
  private static final double RATE = 20;

  private final Size size;

  Neighbours(Size size) {
    this.size = size;
  }

  public static void main(String[] arguments) {
    new Neighbours(Size.FULL).measure();
  }

  @Override
  public void measure() {
    try (PushSite site = new PushSite()) {
      site.line().takes(Duration.ofMillis(50));
      site.warmUp();
      quiet(site, "alone");
      quiet(site, "alone again");
      beside(site, "busy", Manner.TAKES);
      beside(site, "at-its-limit", Manner.AT_ITS_RATE_LIMIT);
      beside(site, "hanging", Manner.HANGS);
    }
  }

  private void beside(PushSite site, String how, Manner manner) {
    ShopId other = site.seed().shop(how);
    site.line().channel(how, manner);
    List<SendIntent> theirs = site.intents(other, size.of(OTHERS), Lane.EXPRESS);
    List<SendIntent> mine = mine(site, "beside-" + how);
    site.outbox().now(theirs);
    report("beside a shop that is " + how, site, mine);
  }

  private void quiet(PushSite site, String how) {
    report(how, site, mine(site, how.replace(' ', '-')));
  }

  private List<SendIntent> mine(PushSite site, String handle) {
    return site.intents(site.seed().shop(handle), size.of(MESSAGES), Lane.EXPRESS);
  }

  private static void report(String how, PushSite site, List<SendIntent> mine) {
    ConcurrentHistogram micros = new ConcurrentHistogram(Duration.ofMinutes(5).toNanos() / 1000, 3);
    long begun = Stopwatch.nanos() + Duration.ofMillis(200).toNanos();
    long interval = (long) (1e9 / RATE);
    long first = mine.getFirst().to().customer().number() - Seed.customer(0).number();
    AtomicLong arrived = new AtomicLong();
    site.line()
        .watch(
            mine.getFirst().shop().handle(),
            (person, at) -> {
              micros.recordValue(Math.max(0, at - begun - (person - first) * interval) / 1_000);
              arrived.incrementAndGet();
            });
    for (int at = 0; at < mine.size(); at++) {
      Stopwatch.waitUntil(begun + at * interval);
      site.outbox().now(List.of(mine.get(at)));
    }
    Stopwatch.await(Duration.ofMinutes(2), () -> arrived.get() >= mine.size());
    Load load = new Load(micros, mine.size() - arrived.get(), Stopwatch.since(begun));
    System.out.printf("%-36s %s%n", how, load.told());
  }
}
