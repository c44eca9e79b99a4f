package dev.musubi.core.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private static final ShopId HANGS = new ShopId("hangs");
  private static final ShopId FINE = new ShopId("fine");
  private static final WireOutcome UNCLEAR = new WireOutcome.Unclear("timeout");
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  private final Breaker breaker = new Breaker();

  @Test
  void five_unclear_answers_in_a_row_stop_the_calls_of_that_channel_alone() {
    fail(Breaker.FAILURES - 1);
    assertThat(breaker.lets(HANGS, NOW)).isTrue();
    fail(1);
    assertThat(breaker.lets(HANGS, NOW)).isFalse();
    assertThat(breaker.lets(FINE, NOW)).isTrue();
  }

  @Test
  void an_answer_in_between_starts_the_count_anew() {
    fail(Breaker.FAILURES - 1);
    breaker.heard(HANGS, new WireOutcome.Accepted("r"), NOW);
    fail(Breaker.FAILURES - 1);
    assertThat(breaker.lets(HANGS, NOW)).isTrue();
  }

  @Test
  void after_the_pause_one_call_probes_and_the_rest_wait_for_its_answer() {
    fail(Breaker.FAILURES);
    Instant later = NOW.plus(Breaker.OPEN);
    assertThat(breaker.lets(HANGS, later.minusMillis(1))).isFalse();
    assertThat(breaker.lets(HANGS, later)).isTrue();
    assertThat(breaker.lets(HANGS, later)).isFalse();

    breaker.heard(HANGS, UNCLEAR, later.plusSeconds(5));
    Instant again = later.plusSeconds(5).plus(Breaker.OPEN.multipliedBy(2));
    assertThat(breaker.lets(HANGS, again.minusMillis(1))).isFalse();
    assertThat(breaker.lets(HANGS, again)).isTrue();

    breaker.heard(HANGS, new WireOutcome.Accepted("r"), again);
    assertThat(breaker.lets(HANGS, again)).isTrue();
    assertThat(breaker.lets(HANGS, again)).isTrue();
  }

  @Test
  void each_probe_that_fails_doubles_the_pause_up_to_five_minutes_and_an_answer_ends_that() {
    fail(Breaker.FAILURES);
    Instant at = NOW.plus(Breaker.OPEN);
    for (long seconds : List.of(60L, 120L, 240L, 300L, 300L)) {
      assertThat(breaker.lets(HANGS, at)).isTrue();
      breaker.heard(HANGS, UNCLEAR, at);
      at = at.plusSeconds(seconds);
      assertThat(breaker.lets(HANGS, at.minusMillis(1))).isFalse();
    }
    breaker.heard(HANGS, new WireOutcome.Accepted("r"), at);
    fail(Breaker.FAILURES);
    assertThat(breaker.lets(HANGS, NOW.plus(Breaker.OPEN))).isTrue();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.heard(HANGS, UNCLEAR, NOW);
    }
  }
}
