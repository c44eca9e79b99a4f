package dev.musubi.core.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.ShopId;
import java.time.Instant;
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
    assertThat(breaker.lets(HANGS, later.plus(Breaker.OPEN))).isFalse();
    Instant again = later.plusSeconds(5).plus(Breaker.OPEN);
    assertThat(breaker.lets(HANGS, again)).isTrue();

    breaker.heard(HANGS, new WireOutcome.Accepted("r"), again);
    assertThat(breaker.lets(HANGS, again)).isTrue();
    assertThat(breaker.lets(HANGS, again)).isTrue();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.heard(HANGS, UNCLEAR, NOW);
    }
  }
}
