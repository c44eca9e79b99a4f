package dev.musubi.local.bench;

import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.SendIntent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Ten thousand one-time schedules of one minute: how long until LINE has taken the last. */
final class DueAtOnce implements Measurement {
  private static final int INTENTS = 10_000;

  private final Size size;

  DueAtOnce(Size size) {
    this.size = size;
  }

  public static void main(String[] arguments) {
    new DueAtOnce(Size.FULL).measure();
  }

  @Override
  public void measure() {
    try (PushSite site = new PushSite()) {
      site.line().takes(Duration.ofMillis(50));
      site.warmUp();
      Instant due = Instant.parse("2026-03-10T05:00:00Z");
      List<SendIntent> intents =
          site.intents(site.seed().shop("due-at-once"), size.of(INTENTS), Lane.EXPRESS);
      Outbox outbox = site.outbox();
      Seed.SIDE_BY_SIDE.map(intents, intent -> scheduled(outbox, due, intent));
      site.line().begin();
      long minute = Stopwatch.nanos();
      var walk =
          CompletableFuture.runAsync(() -> site.caller().walkTo("2026-03-10T14:00:00+09:00"));
      site.awaitTaken(intents.size());
      double seconds = (site.line().lastTaken() - minute) / 1e9;
      walk.exceptionally(stillBusyAfterItsMinute -> null).join();
      System.out.printf(
          "%,d schedules of one minute: LINE had taken the last after %.1f s, %.0f/s%n",
          intents.size(), seconds, intents.size() / seconds);
    }
  }

  private static SendIntent scheduled(Outbox outbox, Instant due, SendIntent intent) {
    outbox.at(due, intent);
    return intent;
  }
}
