package dev.musubi.core.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShopRunsTest {

  private static final LocalDate SATURDAY = LocalDate.of(2026, 10, 24);

  private static Shop shop(String zone, LocalTime at, Instant now) {
    return Shop.install(
        new ShopId("kaze"),
        new Storefront(
            "Kaze",
            URI.create("https://kaze.myshopify.com"),
            "/apps/line",
            Currency.getInstance("EUR"),
            "@kaze"),
        settings(zone, at),
        now);
  }

  private static Settings settings(String zone, LocalTime at) {
    Settings defaults = Settings.defaults();
    return new Settings(
        ZoneId.of(zone),
        WordingSettings.in(Language.EN),
        defaults.quietHours(),
        0,
        defaults.contactBudget(),
        defaults.kinds().with(new BrowseSettings(true, at, 5, new Cap(1, 7))));
  }

  private static Instant berlin(LocalDate date, String time) {
    return date.atTime(LocalTime.parse(time)).atZone(ZoneId.of("Europe/Berlin")).toInstant();
  }

  @Test
  void the_hour_is_the_shops_also_across_a_change_of_clocks() {
    Shop shop = shop("Europe/Berlin", LocalTime.of(18, 0), berlin(SATURDAY, "12:00"));
    assertThat(shop.nextRunAt()).contains(Instant.parse("2026-10-24T16:00:00Z"));
    Shop after = shop.ran(SATURDAY, berlin(SATURDAY, "18:00"));
    assertThat(after.nextRunAt()).contains(Instant.parse("2026-10-25T17:00:00Z"));
  }

  @Test
  void moving_the_hour_after_the_run_makes_no_second_run_that_date() {
    Shop ran =
        shop("Europe/Berlin", LocalTime.of(18, 0), berlin(SATURDAY, "12:00"))
            .ran(SATURDAY, berlin(SATURDAY, "18:00"));
    Shop moved =
        ran.with(settings("Europe/Berlin", LocalTime.of(20, 0)), berlin(SATURDAY, "18:30"));
    assertThat(moved.runs().next()).contains(SATURDAY.plusDays(1));
  }

  @Test
  void moving_the_hour_before_the_run_moves_todays_run() {
    Shop shop = shop("Europe/Berlin", LocalTime.of(18, 0), berlin(SATURDAY, "12:00"));
    Shop moved =
        shop.with(settings("Europe/Berlin", LocalTime.of(20, 0)), berlin(SATURDAY, "17:00"));
    assertThat(moved.nextRunAt()).contains(berlin(SATURDAY, "20:00"));
  }

  @Test
  void a_run_that_is_already_due_is_not_lost_by_a_change_of_other_settings() {
    Shop shop = shop("Europe/Berlin", LocalTime.of(18, 0), berlin(SATURDAY, "12:00"));
    Settings changed =
        new Settings(
            shop.zone(),
            WordingSettings.in(Language.JA),
            shop.settings().quietHours(),
            10,
            Optional.empty(),
            shop.settings().kinds());
    assertThat(shop.with(changed, berlin(SATURDAY, "18:01")).runs().next()).contains(SATURDAY);
  }

  @Test
  void of_the_days_that_were_slept_through_only_the_last_is_made_up_for_and_until_noon() {
    Shop shop = shop("Europe/Berlin", LocalTime.of(18, 0), berlin(SATURDAY, "12:00"));
    Shop morning = shop.ran(SATURDAY, berlin(SATURDAY.plusDays(3), "12:00"));
    assertThat(morning.runs().next()).contains(SATURDAY.plusDays(2));
    Shop afternoon = shop.ran(SATURDAY, berlin(SATURDAY.plusDays(3), "12:01"));
    assertThat(afternoon.runs().next()).contains(SATURDAY.plusDays(3));
  }

  @Test
  void a_run_that_starts_after_the_next_ones_hour_leaves_that_one_due() {
    Shop shop = shop("Europe/Berlin", LocalTime.of(9, 0), berlin(SATURDAY, "08:00"));
    Shop late = shop.ran(SATURDAY, berlin(SATURDAY.plusDays(1), "11:00"));
    assertThat(late.nextRunAt()).contains(berlin(SATURDAY.plusDays(1), "09:00"));
  }

  @Test
  void a_shop_that_switched_it_off_or_removed_the_app_has_no_next_run() {
    Shop shop = shop("Europe/Berlin", LocalTime.of(18, 0), berlin(SATURDAY, "12:00"));
    assertThat(shop.uninstalled(berlin(SATURDAY, "13:00")).nextRunAt()).isEmpty();
    assertThat(shop.with(Settings.defaults(), berlin(SATURDAY, "13:00")).nextRunAt()).isEmpty();
  }
}
