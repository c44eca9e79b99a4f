package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.HANA;
import static dev.musubi.testkit.contracts.Sample.KEN;
import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Person;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Place;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Watch;
import dev.musubi.core.shopping.Watches;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What every {@link Watches} does. */
public abstract class WatchesContract extends PersonalDataContract<Watches> {

  private static final VariantId COAT = new VariantId(51);
  private static final VariantId HAT = new VariantId(52);

  @Override
  final void hold(Watches store, ShopId shop, CustomerId customer, LineUserId user) {
    store.add(shop, watch(customer, COAT, NOON));
  }

  @Test
  void the_line_is_in_the_order_of_the_wishes_whatever_the_order_of_writing() {
    List<Watch> wishes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      wishes.add(watch(new CustomerId(9_000 + i * 7 % 40), COAT, NOON.plusSeconds(i * 7 % 40)));
    }
    wishes.forEach(wish -> store().add(SHOP, wish));
    store().add(SHOP, watch(HANA, HAT, NOON));
    store().add(OTHER_SHOP, watch(HANA, COAT, NOON));

    assertThat(line(Optional.empty(), 100))
        .hasSize(40)
        .isSortedAccordingTo((a, b) -> a.since().compareTo(b.since()));
  }

  @Test
  void the_line_is_read_page_by_page_without_gaps_or_doubles() {
    for (int i = 0; i < 25; i++) {
      store().add(SHOP, watch(new CustomerId(9_000 + i), COAT, NOON.plusSeconds(i / 10)));
    }
    List<Watch> read = new ArrayList<>();
    Optional<Place> after = Optional.empty();
    for (List<Watch> page = line(after, 7); !page.isEmpty(); page = line(after, 7)) {
      assertThat(page).hasSizeLessThanOrEqualTo(7);
      read.addAll(page);
      after = Optional.of(page.getLast().place());
    }

    assertThat(read).doesNotHaveDuplicates().isEqualTo(line(Optional.empty(), 100));
  }

  @Test
  void who_waits_already_keeps_the_place() {
    store().add(SHOP, watch(HANA, COAT, NOON));
    store().add(SHOP, watch(HANA, COAT, NOON.plusSeconds(60)));

    assertThat(line(Optional.empty(), 10)).containsExactly(watch(HANA, COAT, NOON));
    assertThat(store().of(SHOP, HANA)).containsExactly(watch(HANA, COAT, NOON));
    assertThat(store().of(SHOP, COAT, List.of(HANA, KEN)))
        .containsOnlyKeys(HANA)
        .containsEntry(HANA, watch(HANA, COAT, NOON));
  }

  @Test
  void a_customers_wishes_are_read_oldest_first() {
    store().add(SHOP, watch(HANA, COAT, NOON.plusSeconds(1)));
    store().add(SHOP, watch(HANA, HAT, NOON));

    assertThat(store().of(SHOP, HANA)).extracting(Watch::variant).containsExactly(HAT, COAT);
    assertThat(store().of(SHOP, KEN)).isEmpty();
  }

  @Test
  void a_wish_that_is_taken_back_is_gone_from_list_and_line_and_again_is_harmless() {
    Watch wish = watch(HANA, COAT, NOON);
    store().add(SHOP, wish);

    store().remove(SHOP, wish);
    store().remove(SHOP, wish);

    assertThat(store().of(SHOP, HANA)).isEmpty();
    assertThat(line(Optional.empty(), 10)).isEmpty();
    assertThat(store().tally(SHOP, COAT)).isEqualTo(new Watches.Tally(0, 0));
  }

  @Test
  void who_was_told_leaves_the_line_and_is_counted_once() {
    Watch wish = watch(HANA, COAT, NOON);
    store().add(SHOP, wish);
    store().add(SHOP, watch(KEN, COAT, NOON));

    store().told(SHOP, wish, NOON, false);
    store().told(SHOP, wish, NOON, false);

    assertThat(line(Optional.empty(), 10)).containsExactly(watch(KEN, COAT, NOON));
    assertThat(store().tally(SHOP, COAT)).isEqualTo(new Watches.Tally(1, 1));
  }

  @Test
  void that_somebody_was_told_is_theirs_to_read_to_take_along_and_to_have_forgotten() {
    Watch wish = watch(HANA, COAT, NOON);
    store().add(SHOP, wish);
    store().told(SHOP, wish, NOON, false);
    assertThat(store().of(SHOP, HANA)).isEmpty();
    assertThat(store().export(SHOP, Person.of(HANA)))
        .containsExactly(Watch.toldHolding(COAT))
        .isNotEqualTo(store().export(OTHER_SHOP, Person.of(HANA)));

    store().move(SHOP, HANA, KEN);
    assertThat(store().export(SHOP, Person.of(HANA))).isEmpty();
    assertThat(store().tally(SHOP, COAT)).isEqualTo(new Watches.Tally(1, 0));

    store().erase(SHOP, Person.of(KEN));
    assertThat(store().export(SHOP, Person.of(KEN))).isEmpty();
    assertThat(store().tally(SHOP, COAT)).isEqualTo(new Watches.Tally(0, 0));
  }

  @Test
  void who_waits_on_after_being_told_is_counted_and_keeps_the_place() {
    Watch wish = watch(HANA, COAT, NOON);
    store().add(SHOP, wish);

    store().told(SHOP, wish, NOON, true);

    assertThat(line(Optional.empty(), 10)).containsExactly(wish);
    assertThat(store().tally(SHOP, COAT)).isEqualTo(new Watches.Tally(1, 1));
  }

  @Test
  void who_asks_again_after_being_told_stands_at_the_end_and_late_news_does_not_end_that_wish() {
    Watch first = watch(HANA, COAT, NOON);
    store().add(SHOP, first);
    store().add(SHOP, watch(KEN, COAT, NOON.plusSeconds(1)));
    store().told(SHOP, first, NOON, false);
    Watch again = watch(HANA, COAT, NOON.plusSeconds(2));
    store().add(SHOP, again);

    store().told(SHOP, first, NOON, false);
    store().remove(SHOP, first);

    assertThat(line(Optional.empty(), 10))
        .containsExactly(watch(KEN, COAT, NOON.plusSeconds(1)), again);
    assertThat(store().of(SHOP, HANA)).containsExactly(again);
  }

  @Test
  void a_wish_is_kept_for_a_year_and_can_be_made_anew_after_it() {
    store().add(SHOP, watch(HANA, COAT, NOON));

    setNow(NOON.plus(Duration.ofDays(365)).minusSeconds(1));
    assertThat(line(Optional.empty(), 10)).hasSize(1);
    setNow(NOON.plus(Duration.ofDays(365)));
    assertThat(line(Optional.empty(), 10)).isEmpty();
    assertThat(store().of(SHOP, HANA)).isEmpty();
    assertThat(store().of(SHOP, COAT, List.of(HANA))).isEmpty();
    assertThat(store().tally(SHOP, COAT)).isEqualTo(new Watches.Tally(0, 0));

    store().add(SHOP, watch(HANA, COAT, now()));
    assertThat(line(Optional.empty(), 10)).containsExactly(watch(HANA, COAT, now()));
  }

  @Test
  void of_two_customers_who_become_one_the_older_wish_counts() {
    store().add(SHOP, watch(HANA, COAT, NOON));
    store().add(SHOP, watch(KEN, COAT, NOON.plusSeconds(9)));
    store().add(SHOP, watch(HANA, HAT, NOON));

    store().move(SHOP, HANA, KEN);

    assertThat(store().of(SHOP, KEN))
        .containsExactly(watch(KEN, COAT, NOON), watch(KEN, HAT, NOON));
    assertThat(line(Optional.empty(), 10)).containsExactly(watch(KEN, COAT, NOON));
    assertThat(store().of(SHOP, HANA)).isEmpty();
  }

  @Test
  void who_is_erased_is_gone_from_the_line() {
    store().add(SHOP, watch(HANA, COAT, NOON));
    store().add(SHOP, watch(KEN, COAT, NOON));

    store().erase(SHOP, Person.of(HANA));

    assertThat(line(Optional.empty(), 10)).containsExactly(watch(KEN, COAT, NOON));
  }

  @Test
  void the_same_wish_made_four_times_at_once_is_one() {
    List<Callable<Boolean>> racers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Watch wish = watch(HANA, COAT, NOON.plusMillis(i));
      racers.add(
          () -> {
            store().add(SHOP, wish);
            return true;
          });
    }
    Race.of(racers);

    assertThat(line(Optional.empty(), 10)).hasSize(1).isEqualTo(store().of(SHOP, HANA));
  }

  private List<Watch> line(Optional<Place> after, int limit) {
    return store().line(SHOP, COAT, after, limit);
  }

  private static Watch watch(CustomerId customer, VariantId variant, Instant since) {
    return new Watch(customer, new ProductId(5), variant, since);
  }
}
