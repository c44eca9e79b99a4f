package dev.musubi.core.shopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.musubi.core.people.CustomerId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestockTest {

  private static final Instant TEN = Instant.parse("2026-03-02T01:00:00Z");
  private static final Place FIRST =
      Place.of(new VariantId(51), new CustomerId(1), TEN.minusSeconds(60));

  @Test
  void what_is_sold_out_has_nothing_due() {
    assertThat(soldOut().due()).isEmpty();
    assertThat(soldOut().opened(at(60))).isEqualTo(soldOut());
  }

  @Test
  void telling_begins_when_the_stock_has_lasted_half_an_hour_and_not_a_moment_sooner() {
    Restock back = soldOut().heardIn(at(0));

    assertThat(back.due()).contains(at(30));
    assertThat(back.opened(at(30).minusNanos(1)).telling()).isEmpty();
    assertThat(back.opened(at(30)).telling().orElseThrow().event()).isEqualTo(at(0));
  }

  @Test
  void a_break_ends_the_telling_and_what_is_under_way_is_only_settled() {
    Restock gone = telling().begun(12, at(30)).heardOut(at(31));

    assertThat(gone.telling()).isEmpty();
    assertThat(gone.current()).isEmpty();
    assertThat(gone.waves()).singleElement().matches(Wave::done);
    assertThat(gone.due()).contains(at(60));
  }

  @Test
  void a_new_restock_waits_until_the_messages_of_the_former_are_settled() {
    Restock again = telling().begun(12, at(30)).heardOut(at(31)).heardIn(at(32)).opened(at(90));
    assertThat(again.telling()).isEmpty();

    Restock settled = again.settled(again.waves()).opened(at(90));
    assertThat(settled.telling().orElseThrow().event()).isEqualTo(at(32));
    assertThat(settled.telling().orElseThrow().reached()).isEmpty();
  }

  @Test
  void of_two_who_take_a_wave_on_from_the_same_place_one_is_stored() {
    Restock begun = telling().begun(12, at(30));
    Wave from = begun.current().orElseThrow();
    Wave to = from.went(Optional.of(FIRST), 5, 7, false);

    Restock once = begun.progressed(from, to, false, at(30));
    assertThat(once.current()).contains(to);
    assertThat(once.progressed(from, from.went(Optional.empty(), 0, 0, true), true, at(30)))
        .isEqualTo(once);
  }

  @Test
  void one_wave_is_under_way_at_a_time_and_the_next_begins_where_it_ended() {
    Restock begun = telling().begun(12, at(30));
    assertThat(begun.begun(3, at(31))).isEqualTo(begun);

    Wave from = begun.current().orElseThrow();
    Restock through =
        begun.progressed(from, from.went(Optional.of(FIRST), 12, 12, false), false, at(30));
    assertThat(through.current()).isEmpty();
    assertThat(through.due()).contains(at(60));
    assertThat(through.begun(3, at(60)).current().orElseThrow().after()).contains(FIRST);
  }

  @Test
  void after_a_wave_that_a_night_interrupted_the_next_waits_from_its_end_on() {
    Restock begun = telling().begun(12, at(30));
    Wave from = begun.current().orElseThrow();
    Instant morning = at(30 + 9 * 60);
    Restock through =
        begun.progressed(from, from.went(Optional.of(FIRST), 12, 12, false), false, morning);
    assertThat(through.due()).contains(morning.plus(Restock.PAUSE));
    assertThat(through.isTelling(from.event(), from.due())).isTrue();
    assertThat(through.settled(through.waves()).isTelling(from.event(), from.due())).isFalse();
  }

  @Test
  void when_everybody_had_their_turn_and_all_is_settled_nothing_is_due() {
    Restock begun = telling().begun(12, at(30));
    Wave from = begun.current().orElseThrow();
    Restock through =
        begun.progressed(from, from.went(Optional.of(FIRST), 1, 1, true), true, at(30));

    assertThat(through.due()).contains(at(60));
    assertThat(through.settled(through.waves()).due()).isEmpty();
    assertThat(through.settled(through.waves()).begun(3, at(60)).current()).isEmpty();
  }

  @Test
  void a_wave_that_is_under_way_is_never_taken_for_settled() {
    Restock begun = telling().begun(12, at(30));
    assertThat(begun.settled(begun.waves())).isEqualTo(begun);
  }

  @Test
  void an_older_reading_than_the_one_known_changes_nothing() {
    Restock read = soldOut().read(facts(5, at(2)));
    assertThat(read.read(facts(0, at(1)))).isEqualTo(read);
    assertThat(read.read(facts(0, at(3))).inStock()).isFalse();
  }

  @Test
  void what_is_not_counted_has_room_for_as_many_as_a_wave_may_have() {
    VariantFacts bottomless = facts(new VariantFacts.Stock(false, 0), true, at(0));
    assertThat(bottomless.room(1_000)).isEqualTo(1_000);
    assertThat(facts(12, at(0)).room(1_000)).isEqualTo(12);
    assertThat(facts(5_000, at(0)).room(1_000)).isEqualTo(1_000);
    assertThat(facts(-3, at(0)).room(1_000)).isZero();
    assertThat(facts(new VariantFacts.Stock(false, 0), false, at(0)).room(1_000)).isZero();
  }

  @Test
  void a_wave_that_gives_away_more_than_it_has_can_not_be() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Wave(
                    TEN,
                    TEN,
                    2,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    3,
                    3,
                    false));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Wave(
                    TEN,
                    TEN,
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    0,
                    false));
  }

  private static Restock soldOut() {
    return Restock.of(facts(0, TEN.minus(Duration.ofDays(1))));
  }

  private static Restock telling() {
    return soldOut().heardIn(at(0)).opened(at(30));
  }

  private static VariantFacts facts(long online, Instant readAt) {
    return facts(new VariantFacts.Stock(true, online), true, readAt);
  }

  private static VariantFacts facts(VariantFacts.Stock stock, boolean offered, Instant readAt) {
    return new VariantFacts(
        new VariantId(51),
        new ProductId(5),
        new InventoryItemId(1_051),
        new VariantFacts.Showing("coat", "コート", Optional.of("M"), new BigDecimal("9800")),
        offered,
        stock,
        readAt);
  }

  private static Instant at(int minute) {
    return TEN.plusSeconds(60L * minute);
  }
}
