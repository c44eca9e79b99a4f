package dev.musubi.local.world.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.musubi.local.clock.OffsetFile;
import dev.musubi.local.world.clock.Activity.Work;
import dev.musubi.local.world.clock.Agenda.Due;
import dev.musubi.local.world.clock.Agenda.Fired;
import dev.musubi.local.world.clock.Walk.Walked;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;
  private final Busy busy = new Busy();
  private final Plan crons = new Plan("cron");
  private final Plan messages = new Plan("message");
  private WorldClock clock;
  private Walk walk;

  @BeforeEach
  void start() {
    clock =
        WorldClock.startingAt(
            NOON, InstantSource.system(), OffsetFile.writable(folder.resolve("clock")));
    walk = new Walk(clock, busy, List.of(crons, messages), Duration.ofMillis(300));
  }

  @AfterEach
  void end() {
    walk.close();
  }

  @Test
  void the_world_begins_at_the_instant_asked_for_and_runs_at_real_speed() {
    assertThat(clock.instant()).isBetween(NOON, NOON.plusSeconds(60));
  }

  @Test
  void a_walk_goes_through_everything_due_in_order_with_the_clock_at_its_time() throws Exception {
    var at = new ArrayList<Duration>();
    crons.add(NOON.plus(Duration.ofHours(1)), () -> at.add(sinceNoon()));
    messages.add(NOON.plus(Duration.ofMinutes(30)), () -> at.add(sinceNoon()));
    messages.add(NOON.plus(Duration.ofMinutes(90)), () -> at.add(sinceNoon()));

    var walked = done(walk.to(NOON.plus(Duration.ofHours(2))));

    assertThat(walked.fired())
        .extracting(Fired::name, Fired::at)
        .containsExactly(
            tuple("message", NOON.plus(Duration.ofMinutes(30))),
            tuple("cron", NOON.plus(Duration.ofHours(1))),
            tuple("message", NOON.plus(Duration.ofMinutes(90))));
    assertThat(at).extracting(Duration::toMinutes).containsExactly(30L, 60L, 90L);
    assertThat(Duration.between(NOON, walked.now()).toMinutes()).isEqualTo(120);
  }

  @Test
  void a_walk_includes_the_instant_it_goes_to_and_nothing_after_it() throws Exception {
    var noonTomorrow = NOON.plus(Duration.ofDays(1));
    crons.add(noonTomorrow, () -> {});
    crons.add(noonTomorrow.plus(Duration.ofHours(1)), () -> {});

    assertThat(done(walk.to(noonTomorrow)).fired())
        .extracting(Fired::at)
        .containsExactly(noonTomorrow);
  }

  @Test
  void what_comes_of_a_step_happens_on_the_way_too() throws Exception {
    var tomorrow = NOON.plus(Duration.ofDays(1));
    crons.add(tomorrow, () -> messages.add(tomorrow.plus(Duration.ofMinutes(15)), () -> {}));

    assertThat(done(walk.to(NOON.plus(Duration.ofDays(2)))).fired())
        .extracting(Fired::name)
        .containsExactly("cron", "message");
  }

  @Test
  void the_next_step_waits_until_the_world_is_idle() throws Exception {
    var second = new CompletableFuture<Void>();
    var begun = new CompletableFuture<Work>();
    crons.add(NOON.plus(Duration.ofHours(1)), () -> begun.complete(busy.begin("a function")));
    crons.add(NOON.plus(Duration.ofHours(2)), () -> second.complete(null));

    var walked = walk.to(NOON.plus(Duration.ofHours(3)));
    var work = begun.get(5, TimeUnit.SECONDS);
    assertThat(second).isNotDone();
    work.close();

    assertThat(done(walked).fired()).hasSize(2);
  }

  @Test
  void a_step_that_does_not_become_idle_ends_the_walk_and_names_what_is_busy() {
    crons.add(NOON.plus(Duration.ofHours(1)), () -> busy.begin("function push"));

    assertThatThrownBy(() -> done(walk.to(NOON.plus(Duration.ofHours(2)))))
        .hasCauseInstanceOf(StillBusy.class)
        .hasMessageContaining("busy with: function push");
  }

  @Test
  void a_walk_never_goes_back() {
    assertThatThrownBy(() -> done(walk.to(NOON.minusSeconds(1))))
        .hasCauseInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the clock never goes back");
  }

  @Test
  void walks_queue_one_behind_another() throws Exception {
    var begun = new CompletableFuture<Work>();
    crons.add(NOON.plus(Duration.ofHours(1)), () -> begun.complete(busy.begin("a function")));

    var first = walk.by(Duration.ofHours(2));
    var second = walk.by(Duration.ofHours(2));
    var work = begun.get(5, TimeUnit.SECONDS);
    assertThat(second).isNotDone();
    work.close();

    assertThat(Duration.between(NOON, done(first).now()).toHours()).isEqualTo(2);
    assertThat(Duration.between(NOON, done(second).now()).toHours()).isEqualTo(4);
  }

  @Test
  void what_falls_due_between_walks_happens_at_real_speed() throws Exception {
    var fired = new CountDownLatch(1);
    crons.add(clock.instant().plusMillis(50), fired::countDown);

    assertThat(fired.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_quiet_day_of_quarter_hours_takes_less_than_five_seconds() throws Exception {
    for (var quarter = 1; quarter <= 96; quarter++) {
      crons.add(
          NOON.plus(Duration.ofMinutes(15 * quarter)),
          () -> {
            var work = busy.begin("due-runs");
            Thread.startVirtualThread(work::close);
          });
    }
    var walked = walk.by(Duration.ofDays(1).plusSeconds(1)).get(5, TimeUnit.SECONDS);

    assertThat(walked.fired()).hasSize(96);
  }

  @Test
  void an_idle_world_tells_what_waits_for_later_the_earliest_first() throws Exception {
    crons.add(NOON.plus(Duration.ofHours(2)), () -> {});
    messages.add(NOON.plus(Duration.ofHours(1)), () -> {});

    assertThat(walk.idle(Duration.ofSeconds(1)).later())
        .extracting(Due::what)
        .containsExactly("message", "cron");
  }

  @Test
  void a_world_that_is_not_idle_in_time_says_what_is_busy() {
    try (var work = busy.begin("queue push")) {
      assertThat(work).isNotNull();
      assertThatThrownBy(() -> walk.idle(Duration.ofMillis(1)))
          .isInstanceOf(StillBusy.class)
          .hasMessageContaining("queue push");
    }
  }

  @Test
  void a_hold_is_told_when_nothing_else_works_and_keeps_the_world_busy_until_it_ends()
      throws Exception {
    var told = new CompletableFuture<Void>();
    var work = busy.begin("a function");
    var hold = busy.hold("a batching window", () -> told.complete(null));
    assertThat(told).isNotDone();

    work.close();
    assertThat(told).isDone();
    assertThat(busy.awaitIdle(Duration.ZERO)).isFalse();
    hold.close();
    assertThat(busy.awaitIdle(Duration.ZERO)).isTrue();
  }

  private Duration sinceNoon() {
    return Duration.between(NOON, clock.instant());
  }

  private static Walked done(CompletableFuture<Walked> walk) throws Exception {
    return walk.get(5, TimeUnit.SECONDS);
  }

  /** An agenda of things to run, written by the test. */
  private static final class Plan implements Agenda {
    private final String name;
    private final TreeMap<Instant, Runnable> entries = new TreeMap<>();

    private Plan(String name) {
      this.name = name;
    }

    synchronized void add(Instant at, Runnable what) {
      entries.put(at, what);
    }

    @Override
    public synchronized Optional<Due> next() {
      return Optional.ofNullable(entries.firstEntry()).map(first -> new Due(first.getKey(), name));
    }

    @Override
    public List<Fired> fire(Instant now) {
      var fired = new ArrayList<Fired>();
      for (var entry : due(now).entrySet()) {
        entry.getValue().run();
        fired.add(new Fired(entry.getKey(), name, "target"));
      }
      return fired;
    }

    private synchronized TreeMap<Instant, Runnable> due(Instant now) {
      var due = new TreeMap<>(entries.headMap(now, true));
      due.keySet().forEach(entries::remove);
      return due;
    }
  }
}
