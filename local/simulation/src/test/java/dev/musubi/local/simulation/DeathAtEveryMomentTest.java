package dev.musubi.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Ineligible;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.Unwanted;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.testkit.memory.MemorySender;
import dev.musubi.testkit.memory.Mortality;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whenever a process dies on the road from the quarter-hour tick to the phone, everybody gets what
 * they should, once, at a polite hour, and every intent ends in one recorded outcome.
 */
class DeathAtEveryMomentTest {

  private static final Instant SUNDAY_10 = Instant.parse("2026-11-22T01:00:00Z");
  private static final Instant MONDAY_1759 = Instant.parse("2026-11-23T08:59:00Z");
  private static final Instant MONDAY_NIGHT = Instant.parse("2026-11-23T13:30:00Z");
  private static final Instant WEDNESDAY_18 = Instant.parse("2026-11-25T09:00:00Z");

  /** As often as LINE is asked for one message from 18:00 to 22:00, and once more. */
  private static final int FAILURES_UNTIL_NIGHT = 17;

  private static final int HANA = 1;
  private static final int TARO = 2;
  private static final int YUKI = 3;
  private static final int BLOCKER = 4;
  private static final int MEI = 5;

  @Test
  void without_a_death_the_road_has_as_many_moments_as_the_other_tests_try() {
    Town town = sundayOfViews();
    assertThat(live(town, moment -> false)).isGreaterThan(200);
    everybodyGotWhatTheyShouldOnce(town);
  }

  @Test
  void one_death_at_any_moment_changes_nothing() {
    int moments = live(sundayOfViews(), moment -> false);
    for (int deadly = 1; deadly <= moments; deadly++) {
      int at = deadly;
      Town town = sundayOfViews();
      live(town, moment -> moment == at);
      everybodyGotWhatTheyShouldOnce(town);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 11, 13, 17, 19, 23, 29, 31})
  void deaths_again_and_again_change_nothing(int every) {
    Town town = sundayOfViews();
    live(town, moment -> moment % every == 0 && moment < 600);
    everybodyGotWhatTheyShouldOnce(town);
  }

  @Test
  void an_answer_that_is_lost_after_line_accepted_doubles_nothing_at_any_death() {
    int moments = live(withLostAnswers(), moment -> false);
    for (int deadly = 1; deadly <= moments; deadly++) {
      int at = deadly;
      Town town = withLostAnswers();
      live(town, moment -> moment == at);
      everybodyGotWhatTheyShouldOnce(town);
    }
  }

  @Test
  void an_outage_of_line_over_the_night_waits_for_the_morning_and_loses_nothing() {
    Town town = sundayOfViews();
    for (int failure = 0; failure < 12; failure++) {
      town.line.answers(new WireOutcome.Unclear("timeout"));
    }
    live(town, moment -> false);
    everybodyGotWhatTheyShouldOnce(town);
  }

  @Test
  void what_arrives_only_the_next_morning_counts_against_the_cap_from_that_morning_on() {
    Town town = new Town(SUNDAY_10);
    town.product(10);
    town.linkedFriend(HANA);
    town.view(HANA, 10);
    for (int failure = 0; failure < FAILURES_UNTIL_NIGHT; failure++) {
      town.line.answers(new WireOutcome.Unclear("timeout"));
    }
    Days days = new Days(town, new Mortality(moment -> false));
    days.until(WEDNESDAY_18);
    assertThat(town.line.arrived())
        .singleElement()
        .satisfies(
            message ->
                assertThat(message.at().atZone(Town.TOKYO).toLocalDate())
                    .isEqualTo(LocalDate.of(2026, 11, 24)));
    days.until(SUNDAY_10.plus(Duration.ofDays(7)));
    town.view(HANA, 10);
    days.until(MONDAY_NIGHT.plus(Duration.ofDays(7)));
    assertThat(town.line.arrived()).hasSize(1);
  }

  @Test
  void an_unlink_while_a_try_is_unclear_sends_nothing_more_and_says_unknown() {
    Town town = sundayOfViews();
    for (int friend = 0; friend < 4; friend++) {
      town.line.answers(new WireOutcome.Unclear("timeout"));
    }
    Days days = new Days(town, new Mortality(moment -> false));
    days.until(Instant.parse("2026-11-23T09:00:05Z"));
    town.unlink(HANA);
    town.unlink(MEI);
    days.until(WEDNESDAY_18);
    assertThat(town.line.arrived())
        .extracting(MemorySender.Arrived::to)
        .containsExactlyInAnyOrder(Town.userOf(YUKI), Town.userOf(BLOCKER));
    assertThat(result(town, HANA)).isEqualTo(new Result.Unknown(new Ineligible.Relinked()));
    assertThat(result(town, MEI)).isEqualTo(new Result.Unknown(new Ineligible.Relinked()));
  }

  private static Town withLostAnswers() {
    Town town = sundayOfViews();
    town.line.acceptsButAnswers(new WireOutcome.Unclear("connection reset"));
    town.line.acceptsButAnswers(new WireOutcome.Unclear("timeout"));
    return town;
  }

  private static Town sundayOfViews() {
    Town town = new Town(SUNDAY_10);
    List.of(10, 11, 12).forEach(town::product);
    List.of(HANA, YUKI, BLOCKER, MEI).forEach(town::linkedFriend);
    town.view(HANA, 10);
    town.view(HANA, 11);
    town.view(TARO, 10);
    town.view(YUKI, 12);
    town.view(BLOCKER, 10);
    town.view(MEI, 11);
    return town;
  }

  private static int live(Town town, IntPredicate deadly) {
    Mortality mortality = new Mortality(deadly);
    Days days = new Days(town, mortality);
    days.until(MONDAY_1759);
    town.buy(YUKI, 12);
    town.friendship(BLOCKER, Friendship.State.BLOCKED);
    days.until(MONDAY_NIGHT);
    days.until(WEDNESDAY_18);
    return mortality.moments();
  }

  private static void everybodyGotWhatTheyShouldOnce(Town town) {
    assertThat(town.line.arrived())
        .extracting(MemorySender.Arrived::to)
        .containsExactlyInAnyOrder(Town.userOf(HANA), Town.userOf(MEI));
    assertThat(town.line.arrived())
        .allSatisfy(
            message -> {
              LocalTime local = message.at().atZone(Town.TOKYO).toLocalTime();
              assertThat(local).isBetween(LocalTime.of(7, 0), LocalTime.of(21, 59, 59));
            });
    assertThat(result(town, HANA)).isInstanceOf(Result.Sent.class);
    assertThat(result(town, MEI)).isInstanceOf(Result.Sent.class);
    assertThat(result(town, TARO)).isEqualTo(new Result.Skipped(new Ineligible.NotLinked()));
    assertThat(result(town, BLOCKER)).isEqualTo(new Result.Skipped(new Ineligible.Blocked()));
    assertThat(result(town, YUKI))
        .isEqualTo(new Result.Skipped(new Unwanted.Bought(new OrderId(7))));
    assertThat(town.outbox.parked()).isEmpty();
  }

  private static Result result(Town town, int person) {
    List<Delivery> rows =
        town.deliveries.of(Town.SHOP, new Addressee.Customer(Town.customer(person)), 10);
    assertThat(rows).hasSize(1);
    return rows.getFirst().result();
  }
}
