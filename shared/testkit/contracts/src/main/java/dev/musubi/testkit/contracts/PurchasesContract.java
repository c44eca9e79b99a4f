package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.HANA;
import static dev.musubi.testkit.contracts.Sample.KEN;
import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.Purchases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What every {@link Purchases} does. */
public abstract class PurchasesContract extends PersonalDataContract<Purchases> {

  @Override
  final void hold(Purchases store, ShopId shop, CustomerId customer, LineUserId user) {
    store.record(shop, order(1, customer, NOON, false));
  }

  @Test
  void orders_are_read_back_newest_first() {
    store().record(SHOP, order(1, HANA, NOON, false));
    store().record(SHOP, order(2, HANA, NOON.plusSeconds(1), false));

    assertThat(ofHana())
        .containsExactly(order(2, HANA, NOON.plusSeconds(1), false), order(1, HANA, NOON, false));
  }

  @Test
  void who_bought_nothing_is_absent() {
    store().record(SHOP, order(1, HANA, NOON, false));
    assertThat(store().of(SHOP, List.of(HANA, KEN))).containsOnlyKeys(HANA);
  }

  @Test
  void a_cancellation_stays_whichever_webhook_comes_first() {
    store().record(SHOP, order(1, HANA, NOON, true));
    store().record(SHOP, order(1, HANA, NOON, false));

    assertThat(ofHana()).containsExactly(order(1, HANA, NOON, true));
  }

  @Test
  void orders_are_kept_for_sixty_days() {
    store().record(SHOP, order(1, HANA, NOON, false));

    setNow(NOON.plus(Duration.ofDays(60)).minusSeconds(1));
    assertThat(ofHana()).hasSize(1);
    setNow(NOON.plus(Duration.ofDays(60)));
    assertThat(ofHana()).isEmpty();
  }

  @Test
  void orders_that_come_at_once_are_all_kept() {
    List<Callable<Boolean>> racers = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      Purchase order = order(i, HANA, NOON, false);
      racers.add(
          () -> {
            store().record(SHOP, order);
            return true;
          });
    }
    Race.of(racers);

    assertThat(ofHana()).hasSize(4);
  }

  @Test
  void moved_orders_join_those_of_the_customer_who_stays() {
    store().record(SHOP, order(1, HANA, NOON, false));
    store().record(SHOP, order(2, KEN, NOON.plusSeconds(1), true));

    store().move(SHOP, HANA, KEN);

    assertThat(store().of(SHOP, List.of(HANA, KEN)))
        .containsOnlyKeys(KEN)
        .containsEntry(
            KEN, List.of(order(2, KEN, NOON.plusSeconds(1), true), order(1, KEN, NOON, false)));
  }

  private List<Purchase> ofHana() {
    return store().of(SHOP, List.of(HANA)).getOrDefault(HANA, List.of());
  }

  private static Purchase order(long number, CustomerId customer, Instant at, boolean cancelled) {
    return new Purchase(
        new OrderId(number), customer, at, List.of(new ProductId(number)), cancelled);
  }
}
