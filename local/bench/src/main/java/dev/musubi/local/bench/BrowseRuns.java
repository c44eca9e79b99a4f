package dev.musubi.local.bench;

import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The run at 18:00 with everything that belongs to it, from the clock's tick to LINE's last answer,
 * against a LINE that takes 50 ms.
 */
final class BrowseRuns implements Measurement {
  private final Size size;

  BrowseRuns(Size size) {
    this.size = size;
  }

  public static void main(String[] arguments) {
    new BrowseRuns(Size.FULL).measure();
  }

  @Override
  public void measure() {
    for (int people : List.of(1_000, 10_000)) {
      run(size.of(people));
    }
  }

  private static void run(int people) {
    try (PushSite site = new PushSite()) {
      site.line().takes(Duration.ofMillis(50));
      site.warmUp();
      ShopId shop = site.seed().shop("browse-run");
      site.seed().people(shop, 1_000_000, people, PushSite.TODAY);
      site.caller().walkTo("2026-03-10T17:59:00+09:00");
      site.line().begin();
      site.beginCounting();
      long tick = Stopwatch.nanos();
      var walk =
          CompletableFuture.runAsync(() -> site.caller().walkTo("2026-03-10T18:00:00+09:00"));
      site.awaitTaken(people);
      double seconds = (site.line().lastTaken() - tick) / 1e9;
      walk.exceptionally(stillBusyAfterItsMinute -> null).join();
      System.out.printf(
          "run of %,6d people: %6.1f s from the tick to the last message, %.0f/s, %.2f AWS calls of"
              + " push each%n",
          people, seconds, people / seconds, site.callsOfPush() / (double) people);
    }
  }
}
