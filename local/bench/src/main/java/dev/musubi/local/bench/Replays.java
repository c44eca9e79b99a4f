package dev.musubi.local.bench;

import dev.musubi.local.world.Caller;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.function.LongFunction;

/** Three thousand webhooks a second time, id by id: nothing may come of it. */
final class Replays implements Measurement {
  private static final int IDS = 3_000;
  private static final int BUYERS = 100;

  private final Size size;

  Replays(Size size) {
    this.size = size;
  }

  public static void main(String[] arguments) {
    new Replays(Size.FULL).measure();
  }

  @Override
  public void measure() {
    try (Site site = Site.on(Ground.withYardsticks(Site.project()))) {
      Caller world = site.caller();
      world.settings("\"ORDER\":{\"enabled\":true}");
      world.crowd("b", BUYERS);
      LongFunction<HttpRequest> orders = new Orders(site.shop(), customers(world)).placed();
      Load once = new OpenLoop(20).flatOut(orders, size.of(IDS));
      world.idle();
      Standing before = Standing.of(world);
      Load again = new OpenLoop(20).flatOut(orders, size.of(IDS));
      world.idle();
      Standing after = Standing.of(world);
      System.out.printf("%,d orders, first: %s%n", size.of(IDS), once.told());
      System.out.printf("the same again:      %s%n", again.told());
      System.out.printf("before %s, after %s: %s%n", before, after, after.less(before));
    }
  }

  private static List<Long> customers(Caller world) {
    return world
        .read("/local/world")
        .path("people")
        .valueStream()
        .filter(row -> row.path("person").asText().matches("b\\d+"))
        .map(row -> row.path("customerId").asLong())
        .toList();
  }

  /** What can be seen of the world from outside: what LINE took and what became of intents. */
  private record Standing(long messages, int outcomes) {
    static Standing of(Caller world) {
      return new Standing(
          world.messages("", "push"), world.read("/local/outcomes?shop=" + Caller.SHOP).size());
    }

    String less(Standing before) {
      return equals(before)
          ? "the replay added nothing"
          : "THE REPLAY ADDED %d messages and %d outcomes"
              .formatted(messages - before.messages, outcomes - before.outcomes);
    }
  }
}
