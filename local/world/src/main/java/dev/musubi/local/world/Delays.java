package dev.musubi.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Measures how long somebody waits for an answer while something large goes on beside: a browse run
 * of ten thousand, and a burst of five thousand stock counts.
 */
final class Delays {
  private static final int CROWD = 10_000;
  private static final int BURST = 5_000;
  private static final int SAMPLES = 8;
  private static final String TEA = "\"product\":\"sencha-asagiri\"";
  private static final String BOWL = "\"product\":\"yunomi-ai\"";

  private final Caller world;
  private final InstantSource system;

  Delays(Caller world, InstantSource system) {
    this.world = world;
    this.system = system;
  }

  void measure() {
    world.stock(TEA, 2 * CROWD);
    print("an order's notice, nothing beside", samples(this::notice));
    print("a reply in the chat, nothing beside", samples(this::reply));
    besideABurst();
    besideARun();
  }

  private void besideABurst() {
    world.stock(BOWL, 0);
    world.idle();
    world.act("yuki", "subscribe", BOWL);
    CompletableFuture<Void> burst =
        CompletableFuture.runAsync(
            () ->
                IntStream.range(0, BURST).parallel().forEach(at -> world.stock(BOWL, 1 + at % 90)));
    List<Duration> replies = new ArrayList<>();
    List<Duration> notices = new ArrayList<>();
    while (!burst.isDone()) {
      replies.add(timed(this::reply));
      notices.add(timed(this::notice));
    }
    burst.join();
    world.idle();
    print("a reply, beside %d stock counts".formatted(BURST), replies);
    print("an order's notice, beside %d stock counts".formatted(BURST), notices);
  }

  private void besideARun() {
    world.crowd("x", CROWD);
    world.all("x", CROWD, "view", TEA);
    world.walkTo("2026-03-13T17:59:00+09:00");
    long before = world.messages("", "push");
    CompletableFuture<Void> run =
        CompletableFuture.runAsync(() -> world.walkTo("2026-03-13T18:00:00+09:00"));
    List<Duration> notices = new ArrayList<>();
    while (!run.isDone()) {
      notices.add(timed(this::notice));
    }
    run.exceptionally(stillBusyAfterItsMinute -> null).join();
    world.idle();
    long sent = world.messages("", "push") - before - notices.size();
    print("an order's notice, beside a browse run of %d".formatted(sent), notices);
  }

  private List<Duration> samples(Runnable one) {
    List<Duration> samples = new ArrayList<>();
    IntStream.range(0, SAMPLES).forEach(at -> samples.add(timed(one)));
    return samples;
  }

  /** Yuki buys, and waits for the notice. */
  private void notice() {
    long before = world.messages("yuki", "push");
    world.act("yuki", "buy", TEA);
    await(() -> world.messages("yuki", "push") > before);
  }

  /** Hana asks to link, and waits for the reply. */
  private void reply() {
    long before = world.messages("hana", "reply");
    world.act("hana", "say", "\"text\":\"連携\"");
    await(() -> world.messages("hana", "reply") > before);
  }

  /** Asks again and again: each time is a call of the world's interface. */
  private static void await(BooleanSupplier there) {
    boolean come = false;
    while (!come) {
      come = there.getAsBoolean();
    }
  }

  private Duration timed(Runnable one) {
    Instant begun = system.instant();
    one.run();
    return Duration.between(begun, system.instant());
  }

  private static void print(String what, List<Duration> samples) {
    List<Duration> sorted = new ArrayList<>(samples);
    Collections.sort(sorted);
    System.out.printf(
        "%7.2f s   at most, %.2f s in the middle of %d: %s%n",
        sorted.getLast().toMillis() / 1e3,
        sorted.get(sorted.size() / 2).toMillis() / 1e3,
        sorted.size(),
        what);
  }
}
