package dev.musubi.core.sending;

import static dev.musubi.core.sending.Given.DUE;
import static dev.musubi.core.sending.Given.INTENT;
import static dev.musubi.core.sending.Given.firstTry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendTableSettleTest {

  private final Mark.InFlight first = firstTry(DUE);
  private final Mark.InFlight second = first.again(DUE.plusSeconds(60));

  private static Settlement settle(Mark.InFlight mark, WireOutcome outcome, int receives) {
    return SendTable.settle(mark, outcome, INTENT, receives, DUE);
  }

  private static Settlement done(boolean release, Result result) {
    return new Settlement(release, Optional.of(result), new Disposition.Acknowledge());
  }

  @Test
  void accepted_or_accepted_before_is_sent() {
    assertThat(settle(second, new WireOutcome.Accepted("r1"), 2))
        .isEqualTo(done(false, new Result.Sent("r1")));
  }

  @Test
  void a_refusal_of_the_first_try_gives_slots_back() {
    assertThat(settle(first, new WireOutcome.Refused("400"), 1))
        .isEqualTo(done(true, new Result.Refused(new AtLine.RefusedByLine("400"))));
  }

  @Test
  void a_refusal_after_an_unclear_try_keeps_the_slots_and_stays_unknown() {
    assertThat(settle(second, new WireOutcome.Refused("403"), 2))
        .isEqualTo(done(false, new Result.Unknown(new AtLine.RefusedByLine("403"))));
  }

  @Test
  void the_monthly_limit_refuses_a_promotional_first_try() {
    assertThat(settle(first, new WireOutcome.MonthlyLimit(), 1))
        .isEqualTo(done(true, new Result.Refused(new AtLine.RefusedByLine("monthly limit"))));
  }

  @Test
  void the_monthly_limit_after_an_unclear_try_stays_unknown() {
    assertThat(settle(second, new WireOutcome.MonthlyLimit(), 2))
        .isEqualTo(done(false, new Result.Unknown(new AtLine.RefusedByLine("monthly limit"))));
  }

  @ParameterizedTest
  @CsvSource({"1,30", "2,60", "3,120", "8,3840"})
  void what_is_unclear_is_tried_again_twice_as_late_each_time(int receives, long seconds) {
    for (WireOutcome outcome : failures()) {
      assertThat(settle(first, outcome, receives))
          .isEqualTo(
              new Settlement(
                  false,
                  Optional.empty(),
                  new Disposition.RetryAfter(Duration.ofSeconds(seconds))));
    }
  }

  @Test
  void at_the_ninth_receive_it_is_scheduled_an_hour_later_before_the_queue_gives_up() {
    Instant next = DUE.plus(Duration.ofHours(1));
    for (WireOutcome outcome : failures()) {
      assertThat(settle(second, outcome, 9))
          .isEqualTo(
              new Settlement(
                  false,
                  Optional.of(new Result.Deferred(new AtLine.OutOfReach(next), next)),
                  new Disposition.Later(INTENT, next)));
    }
  }

  private static WireOutcome[] failures() {
    return new WireOutcome[] {
      new WireOutcome.Throttled(),
      new WireOutcome.TokenRejected(),
      new WireOutcome.Unclear("timeout")
    };
  }
}
