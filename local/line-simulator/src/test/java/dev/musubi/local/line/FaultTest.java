package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.local.line.FaultAmount.Count;
import dev.musubi.local.line.FaultAmount.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTest {
  private static final String KEY = "123e4567-e89b-12d3-a456-426614174000";
  private final Line line =
      new Line(Line.PATIENT.withPatience(Duration.ofSeconds(2), Duration.ofMillis(100)));

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void a_count_hits_the_next_calls_and_no_more() {
    line.simulator.fault(FaultKind.SERVER_ERROR, new Count(2), 1);

    assertThat(List.of(push(), push(), push())).containsExactly(500, 500, 200);
    assertThat(line.simulator.messages()).hasSize(1);
  }

  @Test
  void a_rate_hits_the_same_calls_for_the_same_seed() {
    var first = statuses(7);
    line.simulator.clearFaults();
    var second = statuses(7);

    assertThat(second).isEqualTo(first).contains(200, 500);
  }

  @Test
  void a_rate_limit_and_a_monthly_limit_are_told_apart_by_their_message() {
    line.simulator.fault(FaultKind.of("429"), new Count(1), 1);
    line.simulator.fault(FaultKind.of("monthly-limit"), new Count(1), 1);

    assertThat(line.push(HANA, "a").message()).contains("rate limit");
    assertThat(line.push(HANA, "a").message()).contains("monthly limit");
  }

  @Test
  void a_timeout_accepts_nothing() {
    line.simulator.fault(FaultKind.TIMEOUT, new Count(1), 1);

    assertThatThrownBy(this::push).isInstanceOf(Line.NoAnswer.class);

    assertThat(line.simulator.messages()).isEmpty();
  }

  @Test
  void a_timeout_after_accept_has_sent_and_the_retry_is_409() {
    line.simulator.fault(FaultKind.TIMEOUT_AFTER_ACCEPT, new Count(1), 1);

    assertThatThrownBy(this::pushWithKey).isInstanceOf(Line.NoAnswer.class);

    assertThat(line.simulator.messages()).hasSize(1);
    assertThat(pushWithKey()).isEqualTo(409);
  }

  @Test
  void a_reset_connection_accepts_nothing() {
    line.simulator.fault(FaultKind.CONNECTION_RESET, new Count(1), 1);

    assertThatThrownBy(this::push).isInstanceOf(Line.NoAnswer.class);

    assertThat(line.simulator.messages()).isEmpty();
    assertThat(push()).isEqualTo(200);
  }

  @Test
  void cleared_faults_hit_nothing_and_other_calls_are_never_hit() {
    line.simulator.fault(FaultKind.SERVER_ERROR, new Rate(1), 1);
    assertThat(line.get("/v2/bot/info").status()).isEqualTo(200);
    assertThat(push()).isEqualTo(500);

    line.simulator.clearFaults();

    assertThat(push()).isEqualTo(200);
  }

  @Test
  void an_unknown_fault_is_refused_with_those_that_exist() {
    assertThatThrownBy(() -> FaultKind.of("flood")).hasMessageContaining("timeout-after-accept");
  }

  private List<Integer> statuses(long seed) {
    line.simulator.fault(FaultKind.SERVER_ERROR, new Rate(0.5), seed);
    var statuses = new ArrayList<Integer>();
    for (var i = 0; i < 20; i++) {
      statuses.add(push());
    }
    return statuses;
  }

  private int push() {
    return line.push(HANA, "a").status();
  }

  private int pushWithKey() {
    return line.push(HANA, "a", "X-Line-Retry-Key", KEY).status();
  }
}
