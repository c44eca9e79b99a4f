package dev.musubi.isolation;

import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.Untimely;
import dev.musubi.testkit.memory.MemorySender.Arrived;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a cart is remembered, from its first webhook to the phone. */
class CartMomentsTest extends HanasCarts {

  @ParameterizedTest
  @ValueSource(strings = {"PT15M", "PT1H", "PT6H", "PT10H", "PT24H", "P7D"})
  void it_is_remembered_so_long_after_its_last_use_to_the_minute(String delay) {
    reminds(HANAMICHI, Map.of("quietHours", quiet("00:00", "00:00"), "after", List.of(delay)));
    Instant due = TEN.plus(Duration.parse(delay));
    used(TEN);

    walkTo(due.minusSeconds(1));
    assertThat(arrived()).isEmpty();
    walkTo(due);
    assertThat(arrived()).extracting(Arrived::at).containsExactly(due);
  }

  @Test
  void ten_uses_cost_one_schedule_and_the_reminder_follows_the_last_one_in_one_row() {
    for (int minute = 0; minute < 50; minute += 5) {
      walkTo(TEN.plus(Duration.ofMinutes(minute)));
      used(walk.stores.clock().instant());
      assertThat(walk.stores.outbox().scheduled()).hasSize(1);
    }
    Instant last = TEN.plus(Duration.ofMinutes(45));
    walkTo(TEN.plus(Duration.ofHours(1)));
    assertThat(rows())
        .singleElement()
        .satisfies(row -> assertThat(why(row)).isInstanceOf(Untimely.InUse.class));
    assertThat(walk.stores.outbox().scheduled()).hasSize(1);

    walkTo(last.plus(Duration.ofHours(1)));
    assertThat(arrived()).extracting(Arrived::at).containsExactly(last.plus(Duration.ofHours(1)));
    assertThat(rows())
        .singleElement()
        .satisfies(row -> assertThat(row.result()).isInstanceOf(Result.Sent.class));
  }

  @Test
  void a_use_that_had_its_distance_by_the_time_a_late_schedule_fired_is_reminded_of_once() {
    reminds(HANAMICHI, Map.of("cap", Map.of("messages", 9, "days", 1)));
    used(TEN);
    walkTo(TEN.plusSeconds(77));
    used(TEN.plusSeconds(77));
    walk.stores.clock().set(TEN.plus(Duration.ofHours(1)).plusSeconds(83));
    walk.settle();
    assertThat(arrived()).hasSize(1);
    walkTo(TEN.plus(Duration.ofHours(9)));
    assertThat(arrived()).hasSize(1);
  }

  @Test
  void it_is_of_use_for_a_day_after_the_moved_time_not_after_the_first_one() {
    reminds(HANAMICHI, Map.of("after", List.of("PT24H")));
    used(TEN);
    Instant again = TEN.plus(Duration.ofHours(23));
    walkTo(again);
    used(again);
    walkTo(TEN.plus(Duration.ofHours(24)));
    Instant due = again.plus(Duration.ofHours(24));

    walk.stores.clock().set(due.plus(Duration.ofHours(24)));
    walk.settle();
    assertThat(arrived()).hasSize(1);
  }

  @Test
  void past_that_day_it_is_stale() {
    used(TEN);
    walk.stores.clock().set(TEN.plus(Duration.ofHours(25)).plusSeconds(1));
    walk.settle();

    assertThat(arrived()).isEmpty();
    assertThat(why(rows().getFirst())).isInstanceOf(Untimely.Stale.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Tokyo, 2026-03-28T21:40",
    "Europe/Berlin, 2026-03-28T21:40",
    "Europe/Berlin, 2026-10-24T21:40",
    "Pacific/Honolulu, 2026-10-24T21:40",
    "America/New_York, 2026-10-31T21:40"
  })
  void the_morning_is_the_shops_own_also_on_the_day_on_which_clocks_change(
      String zone, LocalDateTime left) {
    ZoneId here = ZoneId.of(zone);
    reminds(HANAMICHI, Map.of("timeZone", zone));
    Instant evening = left.atZone(here).toInstant();
    Instant seven = left.toLocalDate().plusDays(1).atTime(7, 0).atZone(here).toInstant();
    walk.stores.clock().set(evening);
    walk.product(HANAMICHI, BOWL, "椀");
    used(evening);

    walkTo(seven.minusSeconds(1));
    assertThat(arrived()).isEmpty();
    walkTo(seven.plus(Duration.ofMinutes(15)));
    assertThat(arrived())
        .singleElement()
        .satisfies(a -> assertThat(a.at()).isBetween(seven, seven.plus(Duration.ofMinutes(15))));
  }

  @Test
  void ten_times_the_same_and_swapped_is_as_once_in_order() {
    String begun = checkout(TEN, customer(), WHOLE, "null");
    String used = checkout(TEN.plusSeconds(90), customer(), WHOLE + "," + item(CUP, 2), "null");
    walk.stores.clock().advance(Duration.ofMinutes(3));
    for (int i = 0; i < 10; i++) {
      walk.shopify(HANAMICHI, "checkouts/update", used);
      walk.shopify(HANAMICHI, "checkouts/create", begun);
    }
    assertThat(walk.stores.outbox().scheduled()).hasSize(1);

    walkTo(TEN.plus(Duration.ofHours(2)));
    assertThat(arrived())
        .singleElement()
        .satisfies(a -> assertThat(a.message().messages()).contains("椀", "湯呑"));
  }

  @Test
  void a_webhook_that_comes_a_day_late_reminds_at_once_while_it_is_of_use_and_then_not_at_all() {
    Instant late = TEN.plus(Duration.ofHours(24));
    walk.stores.clock().set(late);
    used(TEN);
    walkTo(late.plus(Duration.ofMinutes(2)));
    assertThat(arrived()).hasSize(1);

    walk.stores.clock().set(late.plus(Duration.ofDays(9)));
    use("other", late, customer(), WHOLE, "null");
    walkTo(walk.stores.clock().instant().plus(Duration.ofMinutes(2)));
    assertThat(arrived()).hasSize(1);
    assertThat(why(rows().getFirst())).isInstanceOf(Untimely.Stale.class);
  }

  @Test
  void the_cap_counts_a_week_to_the_second() {
    reminds(HANAMICHI, Map.of("quietHours", quiet("00:00", "00:00")));
    used(TEN);
    walkTo(TEN.plus(Duration.ofHours(1)));
    Instant almost = TEN.plus(Duration.ofDays(7)).minusSeconds(60);
    walk.stores.clock().set(almost);
    used(almost);
    walkTo(almost.plus(Duration.ofHours(1)));
    assertThat(why(rows().getFirst())).isInstanceOf(Untimely.Capped.class);

    used(TEN.plus(Duration.ofDays(7)));
    walkTo(TEN.plus(Duration.ofDays(7)).plus(Duration.ofMinutes(61)));
    assertThat(arrived()).hasSize(2);
  }

  @Test
  void of_two_delays_the_second_is_planned_when_the_first_is_judged() {
    reminds(
        HANAMICHI,
        Map.of("after", List.of("PT1H", "PT24H"), "cap", Map.of("messages", 2, "days", 7)));
    used(TEN);
    assertThat(walk.stores.outbox().scheduled()).hasSize(1);
    walkTo(TEN.plus(Duration.ofHours(1)));
    assertThat(walk.stores.outbox().scheduledFor()).containsExactly(TEN.plus(Duration.ofHours(24)));
    walkTo(TEN.plus(Duration.ofHours(24)));

    assertThat(arrived())
        .extracting(Arrived::at)
        .containsExactly(TEN.plus(Duration.ofHours(1)), TEN.plus(Duration.ofHours(24)));
    assertThat(walk.stores.outbox().scheduled()).isEmpty();
    assertThat(rows()).hasSize(2);
  }

  @Test
  void the_cap_holds_for_the_second_one_too_and_a_first_that_had_to_wait_moves_it() {
    reminds(HANAMICHI, Map.of("after", List.of("PT1H", "PT3H")));
    Instant evening = Instant.parse("2026-11-23T12:40:00Z");
    walkTo(evening);
    used(evening);
    Instant seven = Instant.parse("2026-11-23T22:00:00Z");
    walkTo(seven.plus(Duration.ofMinutes(16)));
    Instant first = arrived().getFirst().at();
    assertThat(walk.stores.outbox().scheduledFor())
        .containsExactly(first.plus(Duration.ofHours(2)));
    walkTo(first.plus(Duration.ofHours(3)));

    assertThat(arrived()).hasSize(1);
    assertThat(why(rows().getFirst())).isInstanceOf(Untimely.Capped.class);
  }
}
