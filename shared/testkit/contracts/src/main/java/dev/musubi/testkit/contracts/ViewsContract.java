package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.DAY;
import static dev.musubi.testkit.contracts.Sample.HANA;
import static dev.musubi.testkit.contracts.Sample.KEN;
import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ViewTally;
import dev.musubi.core.shopping.ViewTally.Viewed;
import dev.musubi.core.shopping.Views;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link Views} does. */
public abstract class ViewsContract extends PersonalDataContract<Views> {

  @Override
  final void hold(Views store, ShopId shop, CustomerId customer, LineUserId user) {
    store.add(Sample.view(shop, customer, 1, NOON, "event-of-" + shop + customer));
  }

  @Test
  void views_are_tallied_per_product_with_the_latest_time() {
    view(1, 0, "a");
    view(2, 10, "b");
    view(1, 5, "c");

    assertThat(tally()).contains(new ViewTally(HANA, List.of(viewed(1, 2, 5), viewed(2, 1, 10))));
  }

  @Test
  void the_latest_time_is_the_latest_whatever_the_order_of_arrival() {
    view(1, 60, "a");
    view(1, 0, "b");

    assertThat(tally()).contains(new ViewTally(HANA, List.of(viewed(1, 2, 60))));
  }

  @Test
  void the_same_event_counts_once_also_with_another_time() {
    view(1, 0, "a");
    view(1, 0, "a");
    view(1, 30, "a");

    assertThat(tally()).contains(new ViewTally(HANA, List.of(viewed(1, 1, 0))));
  }

  @Test
  void the_same_event_many_times_at_once_counts_once() {
    Callable<Boolean> racer =
        () -> {
          view(1, 0, "a");
          return true;
        };
    Race.of(List.of(racer, racer, racer, racer));

    assertThat(tally()).contains(new ViewTally(HANA, List.of(viewed(1, 1, 0))));
  }

  @Test
  void different_events_at_once_all_count() {
    List<Callable<Boolean>> racers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String event = "event-" + i;
      racers.add(
          () -> {
            view(1, 0, event);
            return true;
          });
    }
    Race.of(racers);

    assertThat(tally()).contains(new ViewTally(HANA, List.of(viewed(1, 8, 0))));
  }

  @Test
  void what_comes_after_the_most_of_a_day_is_not_stored() {
    for (int i = 0; i < Views.MOST_A_DAY; i++) {
      view(1, 0, "event-" + i);
    }
    view(1, 0, "one-too-many");
    view(2, 0, "another-one");

    assertThat(tally()).contains(new ViewTally(HANA, List.of(viewed(1, Views.MOST_A_DAY, 0))));
  }

  @Test
  void a_customer_who_viewed_nothing_that_day_is_absent() {
    view(1, 0, "a");

    assertThat(store().of(SHOP, DAY, List.of(HANA, KEN))).containsOnlyKeys(HANA);
    assertThat(store().of(SHOP, DAY.plusDays(1), List.of(HANA))).isEmpty();
    assertThat(store().of(OTHER_SHOP, DAY, List.of(HANA))).isEmpty();
  }

  @Test
  void the_tallies_of_a_hundred_customers_come_with_one_call() {
    List<CustomerId> customers = LongStream.rangeClosed(1, 100).mapToObj(CustomerId::new).toList();
    customers.forEach(c -> store().add(Sample.view(SHOP, c, 1, NOON, "event-" + c)));

    assertThat(store().of(SHOP, DAY, customers)).containsOnlyKeys(customers);
  }

  @Test
  void the_pages_of_all_shards_have_every_customer_once_and_in_order() {
    List<CustomerId> customers = LongStream.rangeClosed(95, 154).mapToObj(CustomerId::new).toList();
    customers.forEach(c -> store().add(Sample.view(SHOP, c, 1, NOON, "event-" + c)));

    List<CustomerId> paged = new ArrayList<>();
    for (int shard = 0; shard < Views.SHARDS; shard++) {
      List<CustomerId> ofShard = shard(shard);
      assertThat(ofShard).isSorted();
      paged.addAll(ofShard);
    }
    assertThat(paged).containsExactlyInAnyOrderElementsOf(customers);
  }

  @Test
  void a_shard_without_views_is_one_empty_last_page() {
    int other = (Views.shardOf(HANA) + 1) % Views.SHARDS;
    view(1, 0, "a");

    assertThat(store().of(SHOP, DAY, other, Optional.empty(), 10))
        .isEqualTo(new Views.TallyPage(List.of(), false));
  }

  @Test
  void views_are_kept_for_forty_days_after_their_day() {
    view(1, 0, "a");

    setNow(NOON.plus(Duration.ofDays(40)));
    assertThat(tally()).isPresent();
    setNow(NOON.plus(Duration.ofDays(41)));
    assertThat(tally()).isEmpty();
    assertThat(shard(Views.shardOf(HANA))).isEmpty();
  }

  @Test
  void moved_views_add_to_those_of_the_customer_who_stays() {
    view(1, 0, "a");
    store().add(Sample.view(SHOP, KEN, 1, NOON.plusSeconds(5), "b"));
    store().add(Sample.view(SHOP, KEN, 2, NOON, "c"));

    store().move(SHOP, HANA, KEN);

    assertThat(store().of(SHOP, DAY, List.of(HANA, KEN)))
        .containsOnlyKeys(KEN)
        .containsEntry(KEN, new ViewTally(KEN, List.of(viewed(1, 2, 5), viewed(2, 1, 0))));
  }

  private void view(long product, long seconds, String event) {
    store().add(Sample.view(SHOP, HANA, product, NOON.plusSeconds(seconds), event));
  }

  private static Viewed viewed(long product, int times, long seconds) {
    return new Viewed(new ProductId(product), times, NOON.plusSeconds(seconds));
  }

  private Optional<ViewTally> tally() {
    return Optional.ofNullable(store().of(SHOP, DAY, List.of(HANA)).get(HANA));
  }

  private List<CustomerId> shard(int shard) {
    List<CustomerId> customers = new ArrayList<>();
    boolean more = true;
    while (more) {
      Optional<CustomerId> last = customers.stream().reduce((a, b) -> b);
      Views.TallyPage page = store().of(SHOP, DAY, shard, last, 3);
      page.tallies().forEach(tally -> customers.add(tally.customer()));
      more = page.more();
    }
    return customers;
  }
}
