package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shop.Standing;
import dev.musubi.core.shop.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Shops} does. */
public abstract class ShopsContract {

  private static final Instant SIX_IN_TOKYO = Instant.parse("2026-03-01T09:00:00Z");

  private static final Instant TEN_THE_NEXT_DAY = Instant.parse("2026-03-02T01:00:00Z");

  private Shops shops;

  protected abstract Shops empty();

  @BeforeEach
  final void start() {
    shops = empty();
  }

  @Test
  void a_shop_that_was_never_saved_is_not_found() {
    assertThat(shops.find(SHOP)).isEmpty();
  }

  @Test
  void what_was_saved_is_read_back_whole_one_version_on() {
    Shop shop = shop();
    assertThat(shops.save(shop)).isEqualTo(Saved.DONE);
    assertThat(shops.find(SHOP)).contains(shop.with(new Version(1)));
  }

  @Test
  void those_of_many_shops_that_there_are_are_found_together_as_each_by_itself() {
    shops.save(shop());
    shops.save(Sample.shop(OTHER_SHOP, LocalTime.of(17, 45), true));

    assertThat(shops.find(List.of(SHOP, new ShopId("nobodys-shop"), OTHER_SHOP, SHOP)))
        .containsOnly(
            Map.entry(SHOP, shops.find(SHOP).orElseThrow()),
            Map.entry(OTHER_SHOP, shops.find(OTHER_SHOP).orElseThrow()));
    assertThat(shops.find(List.of())).isEmpty();
  }

  @Test
  void who_saw_an_older_version_loses_and_changes_nothing() {
    shops.save(shop());
    Shop seen = shops.find(SHOP).orElseThrow();
    shops.save(seen.with(new Standing.Paused(NOON)));

    assertThat(shops.save(seen.with(new Standing.Uninstalled(NOON)))).isEqualTo(Saved.LOST);
    assertThat(shops.find(SHOP).orElseThrow().standing()).isEqualTo(new Standing.Paused(NOON));
  }

  @Test
  void a_shop_is_registered_once() {
    shops.save(shop());
    assertThat(shops.save(shop())).isEqualTo(Saved.LOST);
  }

  @Test
  void a_version_that_was_never_stored_is_not_saved() {
    assertThat(shops.save(shop().with(new Version(3)))).isEqualTo(Saved.LOST);
    assertThat(shops.find(SHOP)).isEmpty();
  }

  @Test
  void of_those_who_race_for_one_version_one_wins() {
    shops.save(shop());
    Shop seen = shops.find(SHOP).orElseThrow();
    Callable<Saved> racer = () -> shops.save(seen.with(new Standing.Paused(NOON)));

    List<Saved> results = Race.of(Collections.nCopies(8, racer));

    assertThat(results).filteredOn(Saved.DONE::equals).hasSize(1);
    assertThat(shops.find(SHOP).orElseThrow().version()).isEqualTo(new Version(2));
  }

  @Test
  void a_shop_is_due_from_its_hour_on() {
    shops.save(shop());

    assertThat(shops.due(SIX_IN_TOKYO.minusMillis(1), 10)).isEmpty();
    assertThat(shops.due(SIX_IN_TOKYO, 10)).containsExactly(SHOP);
    assertThat(shops.due(SIX_IN_TOKYO.plusSeconds(86_400), 10)).containsExactly(SHOP);
  }

  @Test
  void the_longest_overdue_come_first_and_no_more_than_asked_for() {
    shops.save(Sample.shop(OTHER_SHOP, LocalTime.of(17, 45), true));
    shops.save(shop());

    assertThat(shops.due(SIX_IN_TOKYO, 10)).containsExactly(OTHER_SHOP, SHOP);
    assertThat(shops.due(SIX_IN_TOKYO, 1)).containsExactly(OTHER_SHOP);
  }

  @Test
  void a_shop_whose_run_was_started_is_due_on_the_next_day() {
    shops.save(shop());
    shops.save(shops.find(SHOP).orElseThrow().ran(Sample.DAY, SIX_IN_TOKYO));

    assertThat(shops.due(SIX_IN_TOKYO, 10)).isEmpty();
    assertThat(shops.due(SIX_IN_TOKYO.plusSeconds(86_400), 10)).containsExactly(SHOP);
  }

  @Test
  void a_shop_that_is_switched_off_is_due_for_its_check_up_alone_and_an_uninstalled_one_never() {
    shops.save(Sample.shop(OTHER_SHOP, LocalTime.of(18, 0), false));
    shops.save(shop());
    shops.save(shops.find(SHOP).orElseThrow().uninstalled(NOON));

    assertThat(shops.due(SIX_IN_TOKYO, 10)).isEmpty();
    assertThat(shops.due(TEN_THE_NEXT_DAY.minusMillis(1), 10)).isEmpty();
    assertThat(shops.due(TEN_THE_NEXT_DAY, 10)).containsExactly(OTHER_SHOP);
  }

  @Test
  void a_removed_shop_is_gone_and_removing_again_is_harmless() {
    shops.save(shop());
    shops.save(Sample.shop(OTHER_SHOP, LocalTime.of(18, 0), true));

    shops.remove(SHOP);
    shops.remove(SHOP);

    assertThat(shops.find(SHOP)).isEmpty();
    assertThat(shops.due(SIX_IN_TOKYO, 10)).containsExactly(OTHER_SHOP);
    assertThat(shops.save(shop())).isEqualTo(Saved.DONE);
  }

  private static Shop shop() {
    return Sample.shop(SHOP, LocalTime.of(18, 0), true);
  }
}
