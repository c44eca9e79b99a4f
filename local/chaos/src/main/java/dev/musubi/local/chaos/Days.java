package dev.musubi.local.chaos;

import dev.musubi.local.simulation.engine.Chance;
import dev.musubi.local.simulation.plan.Deed;
import dev.musubi.local.simulation.plan.Storm;
import dev.musubi.local.world.Caller;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Day after day: people act, the clock jumps, and every other day nothing can be relied on. */
final class Days {

  private static final int HANDS = 4;
  private static final int ACTS_A_STEP = 20;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration CALM_AFTER = Duration.ofMinutes(40);

  private final Parts parts;
  private final InstantSource clock;
  private final Chance chance;
  private final List<Storm> storms = new ArrayList<>();
  private int count;
  private int redriven;

  /** What a day is made of. */
  record Parts(Caller world, Town town, Doing doing, Weather weather, Diary diary, Queues queues) {}

  Days(Parts parts, InstantSource clock, Chance chance) {
    this.parts = parts;
    this.clock = clock;
    this.chance = chance.named("days");
  }

  /** One day. */
  void live() {
    Instant end = clock.instant().plus(DAY);
    boolean storm = count % 2 == 1;
    Instant begun = clock.instant();
    if (storm) {
      parts.weather().rage();
    } else {
      merchants();
    }
    while (clock.instant().isBefore(end)) {
      step(storm);
    }
    if (storm) {
      parts.weather().calm();
      calmDown();
      storms.add(new Storm(begun, clock.instant(), Storm.Target.EVERYTHING, 0));
    }
    settle();
    count++;
  }

  private void step(boolean storm) {
    CompletableFuture<?>[] hands =
        IntStream.range(0, HANDS)
            .mapToObj(hand -> CompletableFuture.runAsync(() -> act(hand)))
            .toArray(CompletableFuture[]::new);
    if (storm) {
      parts.weather().kill();
    }
    jump(chance.between(Duration.ofMinutes(5), Duration.ofHours(3)));
    if (storm) {
      parts.weather().kill();
    }
    CompletableFuture.allOf(hands).join();
  }

  /** What one hand's people do, one after the other. */
  private void act(int hand) {
    Chance mine = chance.named("hand " + hand + " of day " + count);
    List<Person> all = parts.town().people();
    for (int i = 0; i < ACTS_A_STEP; i++) {
      Person person = all.get(mine.below(all.size() / HANDS) * HANDS + hand);
      person
          .next(clock.instant())
          .filter(deed -> parts.doing().carryOut(person.shop(), deed))
          .ifPresent(person::did);
    }
  }

  /** On calm days merchants choose anew, and goods come and go. */
  private void merchants() {
    int shop = chance.below(Streets.SHOPS);
    parts.doing().carryOut(shop, new Deed.Change(Streets.terms(chance)));
    int product = 1 + chance.below(Streets.PRODUCTS);
    parts.doing().carryOut(shop, new Deed.Stock(product, chance.happens(0.5)));
  }

  /** Work that a killed function held returns when its visibility lapses; the dead is redriven. */
  private void calmDown() {
    jump(CALM_AFTER);
    redriven += parts.queues().redrive();
    jump(CALM_AFTER);
  }

  private void settle() {
    parts.world().idle();
    parts.diary().settled();
  }

  /** Until everything that is owed should have come. */
  void rest(Duration time) {
    calmDown();
    jump(time.minus(CALM_AFTER.multipliedBy(2)));
    settle();
  }

  private void jump(Duration by) {
    try {
      parts.world().send("/local/clock", "{\"by\":\"%s\"}".formatted(by));
    } catch (UncheckedIOException stillBusyAfterItsMinute) {
      parts.world().idle();
    }
  }

  List<Storm> storms() {
    return List.copyOf(storms);
  }

  int count() {
    return count;
  }

  int redriven() {
    return redriven;
  }
}
