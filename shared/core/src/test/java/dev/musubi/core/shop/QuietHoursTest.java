package dev.musubi.core.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private final QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

  @Test
  void the_window_is_half_open_and_crosses_midnight() {
    assertThat(night.contains(LocalTime.of(21, 59, 59))).isFalse();
    assertThat(night.contains(LocalTime.of(22, 0))).isTrue();
    assertThat(night.contains(LocalTime.MIDNIGHT)).isTrue();
    assertThat(night.contains(LocalTime.of(6, 59, 59))).isTrue();
    assertThat(night.contains(LocalTime.of(7, 0))).isFalse();
  }

  @Test
  void a_window_within_a_day_and_an_empty_one() {
    QuietHours lunch = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0));
    assertThat(lunch.contains(LocalTime.of(12, 30))).isTrue();
    assertThat(lunch.contains(LocalTime.of(13, 0))).isFalse();
    QuietHours none = new QuietHours(LocalTime.of(7, 0), LocalTime.of(7, 0));
    assertThat(none.contains(LocalTime.of(7, 0))).isFalse();
  }

  @Test
  void it_ends_the_same_morning_or_the_next() {
    assertThat(night.endAfter(Instant.parse("2026-11-23T14:00:00Z"), TOKYO))
        .isEqualTo(Instant.parse("2026-11-23T22:00:00Z"));
    assertThat(night.endAfter(Instant.parse("2026-11-23T18:00:00Z"), TOKYO))
        .isEqualTo(Instant.parse("2026-11-23T22:00:00Z"));
  }

  @Test
  void it_ends_at_the_shops_hour_also_in_the_night_when_clocks_change() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertThat(night.endAfter(Instant.parse("2026-10-24T21:00:00Z"), berlin))
        .isEqualTo(Instant.parse("2026-10-25T06:00:00Z"));
  }

  @Test
  void an_hour_that_is_there_twice_ends_it_twice_and_not_a_day_later() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    QuietHours early = new QuietHours(LocalTime.of(20, 30), LocalTime.of(2, 30));
    assertThat(early.endAfter(Instant.parse("2026-10-25T00:10:00Z"), berlin))
        .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    assertThat(early.endAfter(Instant.parse("2026-10-25T01:01:55Z"), berlin))
        .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    assertThat(early.endAfter(Instant.parse("2026-10-25T01:30:00Z"), berlin))
        .isEqualTo(Instant.parse("2026-10-26T01:30:00Z"));
  }
}
