package dev.musubi.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.local.simulation.plan.Plan;
import dev.musubi.local.simulation.plan.Planner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong in made-up days, every promise is kept; and a seed is a whole story. */
class SeedsTest {

  private static final Simulation SIMULATION = new Simulation();

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_promise_is_kept(long seed) {
    Plan plan = new Planner(seed, 3, 4).plan();
    assertThat(SIMULATION.live(plan).violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 11, 24})
  void the_same_seed_is_the_same_story_to_the_letter_in_another_jvm_too(long seed)
      throws IOException, InterruptedException {
    String here = TraceOfSeed.of(seed);
    assertThat(here).contains("LINE is asked to send");
    assertThat(TraceOfSeed.of(seed)).isEqualTo(here);
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TraceOfSeed.class.getName(),
                Long.toString(seed))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String there = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(other.waitFor()).isZero();
    assertThat(there).isEqualTo(here);
  }

  @Test
  void two_seeds_are_two_stories() {
    assertThat(TraceOfSeed.of(1)).isNotEqualTo(TraceOfSeed.of(2));
  }

  @Test
  void leaving_out_one_act_leaves_the_fate_of_all_others_as_it_was() {
    Plan plan = new Planner(5, 3, 4).plan();
    Plan shorter = plan.without(act -> act.equals(plan.acts().getLast()));
    assertThat(shorter.acts()).hasSize(plan.acts().size() - 1);
    assertThat(SIMULATION.live(shorter).violations()).isEmpty();
  }
}
