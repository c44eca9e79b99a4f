package dev.musubi.dueruns;

import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.reminding.DailyRuns;
import dev.musubi.core.reminding.Runs;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.RunId;
import dev.musubi.core.sending.RunShard;
import dev.musubi.core.sending.Work;
import dev.musubi.core.shop.BrowseSettings;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.RunDates;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shopping.Views;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Between;
import dev.musubi.testkit.memory.Death;
import dev.musubi.testkit.memory.Mortality;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DueRunsWorkerTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private final Stores stores = Stores.ofTwoShops(Instant.parse("2026-11-23T00:00:00Z"));

  /** As if both shops had run on all days until then, and nothing were to be checked for long. */
  private void atThe(LocalDate eve, ExampleShop shop) {
    Shop stored = stores.shops().find(shop.id()).orElseThrow();
    Instant now = stores.clock().instant();
    stores.shops().save(stored.ran(eve, now).checkedUp(eve.plusYears(1), now));
  }

  private DueRunsWorkerTest ready() {
    atThe(MONDAY.minusDays(1), HANAMICHI);
    atThe(MONDAY.minusDays(1), KYOTO);
    return this;
  }

  @Test
  void a_minute_before_the_hour_nothing_starts() {
    ready();

    assertThat(tick("2026-11-23T08:59:59Z")).isEqualTo("0 started");
    assertThat(stores.outbox().queued()).isEmpty();
  }

  @Test
  void at_the_hour_the_run_starts_with_all_its_shards() {
    ready();

    assertThat(tick("2026-11-23T09:00:00Z")).isEqualTo("1 started");
    assertThat(stores.outbox().queued()).isEqualTo(shards(HANAMICHI, MONDAY));
  }

  @Test
  void two_ticks_of_the_same_quarter_hour_start_it_once() {
    ready();
    tick("2026-11-23T09:00:00Z");

    assertThat(tick("2026-11-23T09:00:00Z")).isEqualTo("0 started");
    assertThat(tick("2026-11-23T09:15:00Z")).isEqualTo("0 started");
    assertThat(stores.outbox().queued()).hasSize(Views.SHARDS);
  }

  @Test
  void each_day_has_its_own_run() {
    ready();
    tick("2026-11-23T09:00:00Z");
    stores.outbox().takeQueued();
    tick("2026-11-24T09:00:00Z");

    assertThat(stores.outbox().queued())
        .containsAll(shards(HANAMICHI, MONDAY.plusDays(1)))
        .containsAll(shards(KYOTO, MONDAY));
  }

  @Test
  void the_hour_is_the_shops_own() {
    ready();
    assertThat(tick("2026-11-23T09:00:00Z")).isEqualTo("1 started");
    stores.outbox().takeQueued();

    assertThat(tick("2026-11-23T22:45:00Z")).isEqualTo("0 started");
    assertThat(tick("2026-11-23T23:00:00Z")).isEqualTo("1 started");
    assertThat(stores.outbox().queued()).isEqualTo(shards(KYOTO, MONDAY));
  }

  @Test
  void across_a_change_of_clocks_it_stays_six_in_the_evening() {
    LocalDate saturday = LocalDate.of(2026, 10, 31);
    stores.clock().set(Instant.parse("2026-10-31T12:00:00Z"));
    atThe(saturday.minusDays(1), KYOTO);
    atThe(saturday.plusDays(9), HANAMICHI);

    assertThat(tick("2026-10-31T21:45:00Z")).isEqualTo("0 started");
    assertThat(tick("2026-10-31T22:00:00Z")).isEqualTo("1 started");
    assertThat(tick("2026-11-01T22:45:00Z")).isEqualTo("0 started");
    assertThat(tick("2026-11-01T23:00:00Z")).isEqualTo("1 started");
  }

  @Test
  void a_run_that_was_missed_starts_late_until_noon_of_the_next_day() {
    ready();

    assertThat(tick("2026-11-24T03:00:00Z")).isEqualTo("2 started");
    assertThat(stores.outbox().queued())
        .containsAll(shards(HANAMICHI, MONDAY))
        .containsAll(shards(KYOTO, MONDAY));
  }

  @Test
  void after_noon_a_missed_run_is_of_no_use_and_the_next_one_is_not_lost() {
    ready();
    tick("2026-11-24T03:00:01Z");
    assertThat(stores.outbox().takeQueued())
        .isNotEmpty()
        .doesNotContainAnyElementsOf(shards(HANAMICHI, MONDAY));

    tick("2026-11-24T09:00:00Z");
    assertThat(stores.outbox().takeQueued()).isEqualTo(shards(HANAMICHI, MONDAY.plusDays(1)));
  }

  @Test
  void
      a_run_whose_hour_passed_just_before_an_outage_of_a_day_ends_is_not_lost_with_the_former_one() {
    ready();

    tick("2026-11-24T09:15:00Z");

    assertThat(stores.outbox().takeQueued())
        .containsAll(shards(HANAMICHI, MONDAY.plusDays(1)))
        .doesNotContainAnyElementsOf(shards(HANAMICHI, MONDAY));
  }

  @Test
  void a_shop_that_removed_the_app_has_no_runs() {
    ready();
    Shop shop = stores.shops().find(HANAMICHI.id()).orElseThrow();
    stores.shops().save(shop.uninstalled(stores.clock().instant()));

    assertThat(tick("2026-11-23T09:00:00Z")).isEqualTo("0 started");
  }

  @Test
  void one_shop_that_fails_does_not_keep_the_other_from_its_run_and_the_tick_is_tried_again() {
    ready();
    Outbox outbox = failingFor(HANAMICHI.id());
    stores.clock().set(Instant.parse("2026-11-23T23:00:00Z"));

    assertThatThrownBy(() -> worker(stores.shops(), stores.runs(), outbox).work())
        .isInstanceOf(IllegalStateException.class);
    assertThat(stores.outbox().takeQueued()).isEqualTo(shards(KYOTO, MONDAY));

    assertThat(tick("2026-11-23T23:01:00Z")).isEqualTo("1 started");
    assertThat(stores.outbox().takeQueued()).isEqualTo(shards(HANAMICHI, MONDAY));
  }

  @Test
  void wherever_the_function_died_the_next_tick_leaves_every_shard_queued() {
    Mortality counting = new Mortality(moment -> false);
    ready();
    die(counting, stores);
    for (int moment = 1; moment <= counting.moments(); moment++) {
      int deadly = moment;
      DueRunsWorkerTest again = new DueRunsWorkerTest().ready();
      assertThatThrownBy(() -> die(new Mortality(m -> m == deadly), again.stores))
          .isInstanceOf(Death.class);
      again.tick("2026-11-23T09:15:00Z");

      assertThat(again.stores.outbox().queued()).containsAll(shards(HANAMICHI, MONDAY));
      assertThat(again.stores.shops().find(HANAMICHI.id()).orElseThrow().runs().last())
          .contains(MONDAY);
    }
  }

  @Test
  void once_a_day_at_ten_in_the_shops_time_it_is_checked_what_shopify_told() {
    Shop stored = ready().stores.shops().find(HANAMICHI.id()).orElseThrow();
    stores.shops().save(checkedUp(stored, MONDAY.minusDays(1)));

    tick("2026-11-23T00:59:59Z");
    assertThat(stores.outbox().takeQueued()).isEmpty();
    tick("2026-11-23T01:00:00Z");
    assertThat(stores.outbox().takeQueued())
        .containsExactly(Chore.CheckUp.ofTheDay(HANAMICHI.id()));
    tick("2026-11-23T01:15:00Z");
    assertThat(stores.outbox().takeQueued()).isEmpty();
    tick("2026-11-24T01:00:00Z");
    assertThat(stores.outbox().takeQueued()).contains(Chore.CheckUp.ofTheDay(HANAMICHI.id()));
  }

  @Test
  void a_shop_whose_kinds_are_all_off_is_checked_all_the_same_and_one_without_the_app_is_not() {
    Shop stored = ready().stores.shops().find(HANAMICHI.id()).orElseThrow();
    Settings off = stored.settings();
    BrowseSettings browse = off.kinds().browse();
    Shop silent =
        checkedUp(stored, MONDAY.minusDays(1))
            .with(
                new Settings(
                    off.timeZone(),
                    off.wording(),
                    off.quietHours(),
                    off.quotaReserve(),
                    off.contactBudget(),
                    off.kinds()
                        .with(
                            new BrowseSettings(
                                false, browse.at(), browse.maxProducts(), browse.cap()))),
                stores.clock().instant());
    stores.shops().save(silent);
    tick("2026-11-23T01:00:00Z");
    assertThat(stores.outbox().takeQueued())
        .containsExactly(Chore.CheckUp.ofTheDay(HANAMICHI.id()));

    Shop again = stores.shops().find(HANAMICHI.id()).orElseThrow();
    stores.shops().save(again.uninstalled(stores.clock().instant()));
    tick("2026-11-24T01:00:00Z");
    assertThat(stores.outbox().takeQueued()).doesNotContain(Chore.CheckUp.ofTheDay(HANAMICHI.id()));
  }

  @Test
  void wherever_the_function_died_the_next_tick_leaves_the_check_up_queued() {
    for (int moment = 1; moment <= 6; moment++) {
      int deadly = moment;
      DueRunsWorkerTest again = new DueRunsWorkerTest().ready();
      Shop stored = again.stores.shops().find(HANAMICHI.id()).orElseThrow();
      again.stores.shops().save(again.checkedUp(stored, MONDAY.minusDays(1)));
      assertThatThrownBy(() -> die(new Mortality(m -> m == deadly), again.stores))
          .isInstanceOf(Death.class);
      again.tick("2026-11-23T09:15:00Z");

      assertThat(again.stores.outbox().queued()).contains(Chore.CheckUp.ofTheDay(HANAMICHI.id()));
    }
  }

  private Shop checkedUp(Shop shop, LocalDate date) {
    RunDates runs = new RunDates(shop.runs().last(), shop.runs().next(), Optional.of(date));
    Shop planned =
        new Shop(
            shop.id(),
            shop.storefront(),
            shop.settings(),
            shop.standing(),
            shop.installedAt(),
            runs,
            shop.version());
    return planned.checkedUp(date, stores.clock().instant());
  }

  private static void die(Mortality mortality, Stores stores) {
    stores.clock().set(Instant.parse("2026-11-23T09:00:00Z"));
    new DueRunsWorker(
            new DailyRuns(
                mortality.mortal(Shops.class, stores.shops()),
                mortality.mortal(Runs.class, stores.runs()),
                mortality.mortal(Outbox.class, stores.outbox())),
            stores.clock())
        .work();
  }

  private String tick(String time) {
    stores.clock().set(Instant.parse(time));
    return worker(stores.shops(), stores.runs(), stores.outbox()).work();
  }

  private DueRunsWorker worker(Shops shops, Runs runs, Outbox outbox) {
    return new DueRunsWorker(new DailyRuns(shops, runs, outbox), stores.clock());
  }

  private Outbox failingFor(ShopId shop) {
    return Between.with(
        Outbox.class,
        stores.outbox(),
        call -> {
          if (((Work) ((List<?>) call.first()).getFirst()).shop().equals(shop)) {
            throw new IllegalStateException("the queue does not answer");
          }
          return call.through();
        });
  }

  private static List<RunShard> shards(ExampleShop shop, LocalDate date) {
    return IntStream.range(0, Views.SHARDS)
        .mapToObj(shard -> new RunShard(new RunId(shop.id(), Kind.BROWSE, date), shard))
        .toList();
  }
}
