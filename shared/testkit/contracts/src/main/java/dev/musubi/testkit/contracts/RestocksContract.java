package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shopping.InventoryItemId;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.Restocks;
import dev.musubi.core.shopping.Restocks.Moved;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Restocks} does; each test starts with an empty store. */
public abstract class RestocksContract {

  private static final VariantId COAT = new VariantId(51);
  private static final VariantId HAT = new VariantId(52);

  private Instant now;
  private Restocks store;

  /** An empty store that reads the time from {@code clock}. */
  protected abstract Restocks empty(InstantSource clock);

  @BeforeEach
  final void start() {
    now = NOON;
    store = empty(() -> now);
  }

  @Test
  void what_nobody_waited_for_is_not_known_and_hears_nothing() {
    assertThat(store.find(SHOP, COAT)).isEmpty();
    assertThat(store.change(SHOP, COAT, r -> r.heardIn(NOON))).isEmpty();
    assertThat(store.watched(SHOP, List.of(item(COAT)))).isEmpty();
    assertThat(store.find(SHOP, COAT)).isEmpty();
  }

  @Test
  void what_is_watched_is_found_by_variant_and_by_what_is_counted_of_it() {
    Restock coat = store.watch(SHOP, facts(COAT, 0, NOON), NOON);

    assertThat(coat).isEqualTo(Restock.of(facts(COAT, 0, NOON)));
    assertThat(store.find(SHOP, List.of(COAT, HAT))).containsOnlyKeys(COAT).containsValue(coat);
    assertThat(store.watched(SHOP, List.of(item(COAT), item(HAT))))
        .containsOnlyKeys(item(COAT))
        .containsValue(COAT);
    assertThat(store.find(OTHER_SHOP, COAT)).isEmpty();
    assertThat(store.watched(OTHER_SHOP, List.of(item(COAT)))).isEmpty();
  }

  @Test
  void watching_again_keeps_what_was_heard() {
    store.watch(SHOP, facts(COAT, 0, NOON), NOON);
    store.change(SHOP, COAT, r -> r.heardIn(NOON.plusSeconds(1)));

    Restock again = store.watch(SHOP, facts(COAT, 3, NOON.plusSeconds(2)), NOON.plusSeconds(2));

    assertThat(again.availability().since()).contains(NOON.plusSeconds(1));
    assertThat(again.facts().stock().online()).isEqualTo(3);
    assertThat(store.find(SHOP, COAT)).contains(again);
  }

  @Test
  void a_whole_wave_is_read_back_as_it_was_stored() {
    store.watch(SHOP, facts(COAT, 0, NOON), NOON);
    Instant later = NOON.plus(Duration.ofHours(1));
    Optional<Restock> begun =
        store.change(SHOP, COAT, r -> r.heardIn(NOON.plusNanos(7)).opened(later).begun(12, later));

    assertThat(begun.flatMap(Restock::current)).isPresent();
    assertThat(store.find(SHOP, COAT)).isEqualTo(begun);
  }

  @Test
  void changes_that_come_at_once_are_all_made() {
    store.watch(SHOP, facts(COAT, 0, NOON), NOON);
    List<Callable<Boolean>> racers = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      int more = i;
      racers.add(
          () ->
              store
                  .change(
                      SHOP,
                      COAT,
                      r ->
                          r.read(
                              facts(COAT, r.facts().stock().online() + more, r.facts().readAt())))
                  .isPresent());
    }
    Race.of(racers);

    assertThat(store.find(SHOP, COAT).orElseThrow().facts().stock().online()).isEqualTo(10);
  }

  @Test
  void of_several_marks_the_latest_is_kept() {
    store.mark(SHOP, new Moved(COAT, NOON));
    store.mark(SHOP, new Moved(COAT, NOON.plusSeconds(1)));
    store.mark(SHOP, new Moved(COAT, NOON));
    store.mark(OTHER_SHOP, new Moved(HAT, NOON));

    assertThat(store.marked(SHOP, 10)).containsExactly(new Moved(COAT, NOON.plusSeconds(1)));
  }

  @Test
  void a_mark_is_taken_off_only_if_nothing_moved_since() {
    store.mark(SHOP, new Moved(COAT, NOON));
    Moved read = store.marked(SHOP, 10).getFirst();
    store.mark(SHOP, new Moved(COAT, NOON.plusSeconds(1)));

    store.unmark(SHOP, read);
    assertThat(store.marked(SHOP, 10)).hasSize(1);

    store.unmark(SHOP, new Moved(COAT, NOON.plusSeconds(1)));
    store.unmark(SHOP, new Moved(COAT, NOON.plusSeconds(1)));
    assertThat(store.marked(SHOP, 10)).isEmpty();
  }

  @Test
  void no_more_marks_are_read_than_asked_for() {
    for (int i = 1; i <= 5; i++) {
      store.mark(SHOP, new Moved(new VariantId(i), NOON));
    }
    assertThat(store.marked(SHOP, 3)).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void an_item_is_forgotten_but_not_in_the_hour_after_it_was_watched() {
    store.watch(SHOP, facts(COAT, 0, NOON), NOON);

    store.forget(SHOP, item(COAT), NOON.plus(Duration.ofHours(1)));
    assertThat(store.watched(SHOP, List.of(item(COAT)))).hasSize(1);

    store.forget(SHOP, item(COAT), NOON.plus(Duration.ofHours(1)).plusMillis(1));
    store.forget(SHOP, item(COAT), NOON.plus(Duration.ofHours(1)).plusMillis(1));
    assertThat(store.watched(SHOP, List.of(item(COAT)))).isEmpty();
    assertThat(store.find(SHOP, COAT)).isPresent();
  }

  @Test
  void a_variant_is_kept_for_400_days_after_the_last_change() {
    store.watch(SHOP, facts(COAT, 0, NOON), NOON);

    now = NOON.plus(Duration.ofDays(400)).minusSeconds(1);
    assertThat(store.find(SHOP, COAT)).isPresent();
    now = NOON.plus(Duration.ofDays(400));
    assertThat(store.find(SHOP, COAT)).isEmpty();
    assertThat(store.watched(SHOP, List.of(item(COAT)))).isEmpty();
  }

  private static InventoryItemId item(VariantId variant) {
    return new InventoryItemId(variant.number() + 1_000);
  }

  private static VariantFacts facts(VariantId variant, long online, Instant readAt) {
    return new VariantFacts(
        variant,
        new ProductId(5),
        item(variant),
        new VariantFacts.Showing("coat", "コート", Optional.of("M"), new BigDecimal("9800.50")),
        true,
        new VariantFacts.Stock(true, online),
        readAt);
  }
}
