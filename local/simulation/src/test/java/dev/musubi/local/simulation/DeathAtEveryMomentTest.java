package dev.musubi.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.plan.Act;
import dev.musubi.local.simulation.plan.Deed;
import dev.musubi.local.simulation.plan.Peril;
import dev.musubi.local.simulation.plan.Plan;
import dev.musubi.local.simulation.plan.ShopPlan;
import dev.musubi.local.simulation.plan.Storm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whenever a process dies, or hears no answer, on the road from the quarter-hour tick to the phone,
 * everybody gets what they should, once, and every intent ends in one recorded outcome.
 */
class DeathAtEveryMomentTest {

  private static final Instant START = Instant.parse("2026-06-10T00:00:00Z");
  private static final Instant RUN = Instant.parse("2026-06-11T09:00:00Z");
  private static final int SURELY = 4_000;

  private static final Simulation SIMULATION = new Simulation();

  @ParameterizedTest
  @EnumSource(
      value = Peril.class,
      names = {"DEATH_BEFORE", "DEATH_AFTER", "STORE_FAILS", "STORE_ANSWER_LOST"})
  void one_such_moment_changes_nothing(Peril peril) {
    List<String> moments = moments();
    assertThat(moments).hasSizeGreaterThan(100);
    for (String moment : moments) {
      Simulation.Outcome outcome = SIMULATION.live(day(List.of(peril + " " + moment)));
      assertThat(outcome.violations()).as(peril.words() + " " + moment).isEmpty();
      assertThat(arrived(outcome)).as(peril.words() + " " + moment).containsExactly(1, 2);
    }
  }

  /** Every call of a port from the tick on. */
  private static List<String> moments() {
    List<String> moments = new ArrayList<>();
    for (Fact fact : SIMULATION.live(day(List.of()), true).history().facts()) {
      boolean late = !fact.at().isBefore(RUN) && fact.at().isBefore(RUN.plusSeconds(600));
      if (late && fact instanceof Fact.Noted(Instant at, String what, boolean fine) && fine) {
        moments.add(what);
      }
    }
    return moments;
  }

  private static List<Integer> arrived(Simulation.Outcome outcome) {
    return outcome.history().facts().stream()
        .filter(Fact.Pushed.class::isInstance)
        .map(Fact.Pushed.class::cast)
        .filter(push -> push.answer() == Fact.Answer.ARRIVED)
        .map(Fact.Pushed::account)
        .sorted()
        .toList();
  }

  private static Plan day(List<String> perils) {
    List<Act> acts = new ArrayList<>();
    for (int person = 1; person <= 4; person++) {
      act(acts, START.plusSeconds(person), new Deed.Follow(person));
      act(acts, START.plusSeconds(60 + person), new Deed.AskLink(person, person));
      act(acts, START.plusSeconds(7_200 + person), new Deed.View(person, 1));
    }
    act(acts, START.plusSeconds(7_210), new Deed.View(1, 2));
    act(acts, START.plusSeconds(7_220), new Deed.View(5, 1));
    act(acts, RUN.minusSeconds(300), new Deed.Buy(3, 1, 0));
    act(acts, RUN.minusSeconds(290), new Deed.Block(4));
    List<Storm> storms = new ArrayList<>();
    for (Storm.Target target :
        List.of(Storm.Target.PROCESSES, Storm.Target.STORES, Storm.Target.QUEUES)) {
      storms.add(new Storm(RUN, RUN.plusSeconds(600), target, SURELY));
    }
    return new Plan(
            1,
            START,
            START.plus(Duration.ofDays(2)),
            List.of(shop()),
            acts,
            storms,
            Optional.empty())
        .withPerils(perils);
  }

  private static void act(List<Act> acts, Instant at, Deed deed) {
    acts.add(new Act("shop-a-" + (acts.size() + 1), at, 0, deed));
  }

  private static ShopPlan shop() {
    ShopPlan.Limit limit = new ShopPlan.Limit(1, 7);
    ShopPlan.Quiet quiet = new ShopPlan.Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0));
    return new ShopPlan(
        "shop-a",
        ZoneId.of("Asia/Tokyo"),
        "ja",
        2,
        new ShopPlan.Terms(
            quiet, limit, Optional.of(limit), true, LocalTime.of(18, 0), ShopPlan.Kinds.NONE),
        Optional.empty());
  }
}
