package dev.musubi.core.shopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

  private static final Instant TEN = Instant.parse("2026-03-02T01:00:00Z");
  private static final Availability NEVER = Availability.UNKNOWN;

  @Test
  void it_is_in_stock_since_the_first_time_after_it_was_gone() {
    assertThat(NEVER.out(at(0)).in(at(1)).in(at(2)).since()).contains(at(1));
    assertThat(NEVER.in(at(1)).out(at(2)).since()).isEmpty();
    assertThat(NEVER.in(at(1)).out(at(2)).in(at(3)).since()).contains(at(3));
  }

  @Test
  void what_is_older_than_the_last_absence_says_nothing() {
    assertThat(NEVER.out(at(5)).in(at(4)).since()).isEmpty();
    assertThat(NEVER.out(at(5)).in(at(5)).since()).isEmpty();
    assertThat(NEVER.in(at(9)).out(at(5)).since()).contains(at(9));
  }

  @Test
  void an_absence_that_is_heard_of_late_begins_the_stock_anew_from_what_came_after_it() {
    assertThat(NEVER.in(at(1)).in(at(7)).out(at(4)).since()).contains(at(7));
  }

  @Test
  void ten_times_the_same_is_once() {
    Availability once = NEVER.out(at(0)).in(at(1));
    Availability often = once;
    for (int i = 0; i < 10; i++) {
      often = often.out(at(0)).in(at(1));
    }
    assertThat(often).isEqualTo(once);
  }

  @Test
  void whatever_the_order_of_the_signals_the_last_one_decides_whether_it_is_there() {
    for (List<Integer> order : orders(List.of(0, 1, 2, 3))) {
      Availability heard = NEVER;
      for (int signal : order) {
        heard = signal % 2 == 0 ? heard.out(at(signal)) : heard.in(at(signal));
      }
      assertThat(heard.since()).as("order %s", order).isEqualTo(Optional.of(at(3)));
    }
  }

  private static List<List<Integer>> orders(List<Integer> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Integer>> all = new ArrayList<>();
    for (Integer first : of) {
      List<Integer> rest = new ArrayList<>(of);
      rest.remove(first);
      for (List<Integer> order : orders(rest)) {
        List<Integer> whole = new ArrayList<>(List.of(first));
        whole.addAll(order);
        all.add(whole);
      }
    }
    return all;
  }

  private static Instant at(int minute) {
    return TEN.plusSeconds(60L * minute);
  }
}
