package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.DAY;
import static dev.musubi.testkit.contracts.Sample.HANA;
import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.reminding.Run;
import dev.musubi.core.reminding.Runs;
import dev.musubi.core.reminding.Runs.Progress;
import dev.musubi.core.sending.RunId;
import dev.musubi.core.sending.RunShard;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Runs} does. */
public abstract class RunsContract {

  private static final RunShard SHARD = new RunShard(run(SHOP, NOON).id(), 3);

  private Instant now;
  private Runs runs;

  protected abstract Runs empty(InstantSource clock);

  @BeforeEach
  final void start() {
    now = NOON;
    runs = empty(() -> now);
  }

  @Test
  void a_run_is_opened_once_and_the_second_one_learns_what_stands() {
    Run first = run(SHOP, NOON);
    Run second = run(SHOP, NOON.plusSeconds(900));

    assertThat(runs.open(first)).isEqualTo(new Runs.Opened(first, false));
    assertThat(runs.open(second)).isEqualTo(new Runs.Opened(first, false));
    assertThat(runs.find(first.id())).contains(first);
  }

  @Test
  void a_started_run_is_known_as_started() {
    Run run = run(SHOP, NOON);
    runs.open(run);
    runs.started(run.id());
    assertThat(runs.open(run)).isEqualTo(new Runs.Opened(run, true));
  }

  @Test
  void of_those_who_open_a_run_at_once_all_learn_the_same_one() {
    List<Callable<Runs.Opened>> racers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Run run = run(SHOP, NOON.plusSeconds(i));
      racers.add(() -> runs.open(run));
    }
    List<Runs.Opened> opened = Race.of(racers);

    assertThat(opened.stream().distinct()).hasSize(1);
    assertThat(runs.find(opened.getFirst().run().id())).contains(opened.getFirst().run());
  }

  @Test
  void a_run_of_another_shop_is_another_run() {
    runs.open(run(SHOP, NOON));
    assertThat(runs.find(run(OTHER_SHOP, NOON).id())).isEmpty();
  }

  @Test
  void a_shard_that_was_never_worked_on_is_at_its_start() {
    assertThat(runs.progress(SHARD)).isEqualTo(Progress.NONE);
  }

  @Test
  void how_far_a_shard_got_is_read_back() {
    Progress progress = new Progress(Optional.of(HANA), 100, false);
    runs.checkpoint(SHARD, progress);

    assertThat(runs.progress(SHARD)).isEqualTo(progress);
    assertThat(runs.progress(new RunShard(SHARD.run(), 4))).isEqualTo(Progress.NONE);
  }

  @Test
  void a_shard_that_is_done_stays_done_and_keeps_no_customer() {
    runs.checkpoint(SHARD, new Progress(Optional.of(HANA), 100, false));
    runs.checkpoint(SHARD, new Progress(Optional.of(HANA), 150, true));
    runs.checkpoint(SHARD, new Progress(Optional.of(HANA), 120, false));

    assertThat(runs.progress(SHARD)).isEqualTo(new Progress(Optional.empty(), 150, true));
  }

  @Test
  void a_run_is_forgotten_after_thirty_days() {
    Run run = run(SHOP, NOON);
    runs.open(run);
    runs.started(run.id());

    now = NOON.plus(Runs.KEPT);
    assertThat(runs.find(run.id())).isEmpty();
    assertThat(runs.open(run(SHOP, now))).isEqualTo(new Runs.Opened(run(SHOP, now), false));
  }

  private static Run run(ShopId shop, Instant due) {
    return new Run(new RunId(shop, Kind.BROWSE, DAY), due, due.plusSeconds(64_800));
  }
}
