package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.DAY;
import static dev.musubi.testkit.contracts.Sample.HANA;
import static dev.musubi.testkit.contracts.Sample.HANAS;
import static dev.musubi.testkit.contracts.Sample.KEN;
import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Ineligible;
import dev.musubi.core.sending.Reason;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.RetryKey;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Unwanted;
import dev.musubi.core.shop.ShopId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Deliveries} does. */
public abstract class DeliveriesContract extends PersonalDataContract<Deliveries> {

  private static final Reason WHY = new Unwanted.SoldOut();
  private static final List<Result> RISING =
      List.of(
          new Result.Deferred(WHY, NOON),
          new Result.Skipped(WHY),
          new Result.Refused(WHY),
          new Result.Unknown(WHY),
          new Result.Sent("request-1"));

  @Override
  final void hold(Deliveries store, ShopId shop, CustomerId customer, LineUserId user) {
    store.record(List.of(row(shop, customer, 0, RISING.get(1)), row(shop, customer, 1, SENT)));
  }

  private static final Result SENT = RISING.getLast();

  @Test
  void a_row_is_read_back_whole_by_its_intent() {
    SendIntent intent = intent(0);
    Optional<RetryKey> key = Optional.of(RetryKey.of(intent.id(), 0, HANAS));
    Delivery row = new Delivery(intent, SENT, key, NOON);
    store().record(List.of(row));

    assertThat(store().find(intent)).contains(row);
    assertThat(store().find(intent(1))).isEmpty();
  }

  @Test
  void rows_of_many_intents_are_read_at_once() {
    store().record(List.of(Sample.row(intent(0), SENT), Sample.row(intent(2), RISING.getFirst())));

    assertThat(store().find(List.of(intent(0), intent(1), intent(2))))
        .containsOnlyKeys(intent(0).id(), intent(2).id())
        .containsEntry(intent(0).id(), Sample.row(intent(0), SENT));
  }

  @Test
  void a_result_only_rises() {
    for (Result written : RISING) {
      for (Result next : RISING) {
        start();
        store().record(List.of(Sample.row(intent(0), written)));
        store().record(List.of(Sample.row(intent(0), next)));

        Result higher = next.rank() > written.rank() ? next : written;
        assertThat(store().find(intent(0)).orElseThrow().result()).isEqualTo(higher);
      }
    }
  }

  @Test
  void another_result_of_the_same_rank_changes_nothing() {
    store().record(List.of(Sample.row(intent(0), new Result.Skipped(WHY))));
    store().record(List.of(Sample.row(intent(0), new Result.Skipped(new Ineligible.NotLinked()))));

    assertThat(store().find(intent(0)).orElseThrow().result()).isEqualTo(new Result.Skipped(WHY));
  }

  @Test
  void of_two_rows_of_one_intent_in_one_call_the_higher_one_stands() {
    store()
        .record(
            List.of(
                Sample.row(intent(0), SENT),
                Sample.row(intent(0), SENT),
                Sample.row(intent(0), new Result.Skipped(WHY))));

    assertThat(store().find(intent(0)).orElseThrow().result()).isEqualTo(SENT);
  }

  @Test
  void a_hundred_rows_are_written_with_one_call() {
    List<Delivery> rows = new ArrayList<>();
    for (int day = 0; day < 100; day++) {
      rows.add(row(SHOP, HANA, day, RISING.get(day % RISING.size())));
    }
    store().record(rows);

    assertThat(store().of(SHOP, new Addressee.Customer(HANA), 200)).hasSize(100);
  }

  @Test
  void an_addressees_rows_come_newest_first_and_no_more_than_asked_for() {
    store().record(List.of(row(SHOP, HANA, 0, SENT), row(SHOP, HANA, 2, SENT)));
    store().record(List.of(row(SHOP, HANA, 1, RISING.get(0)), row(SHOP, KEN, 3, SENT)));

    assertThat(store().of(SHOP, new Addressee.Customer(HANA), 2))
        .containsExactly(row(SHOP, HANA, 2, SENT), row(SHOP, HANA, 1, RISING.get(0)));
  }

  @Test
  void the_rows_of_a_day_come_in_the_order_of_their_time() {
    SendIntent late = Sample.intent(SHOP, HANA, DAY, NOON.plusSeconds(60));
    SendIntent early = Sample.intent(SHOP, KEN, DAY, NOON);
    store().record(List.of(Sample.row(late, SENT), Sample.row(early, RISING.get(1))));
    store().record(List.of(row(SHOP, HANA, 1, SENT), row(OTHER_SHOP, HANA, 0, SENT)));

    assertThat(store().on(SHOP, DAY))
        .containsExactly(Sample.row(early, RISING.get(1)), Sample.row(late, SENT));
  }

  @Test
  void rows_are_kept_for_four_hundred_days() {
    store().record(List.of(row(SHOP, HANA, 0, SENT)));

    setNow(NOON.plus(Deliveries.KEPT));
    assertThat(store().find(intent(0))).isEmpty();
    assertThat(store().of(SHOP, new Addressee.Customer(HANA), 10)).isEmpty();
    assertThat(store().on(SHOP, DAY)).isEmpty();
  }

  @Test
  void a_moved_row_stands_under_the_customer_who_stays_and_only_rises_there() {
    store().record(List.of(row(SHOP, HANA, 0, SENT), row(SHOP, KEN, 0, RISING.get(1))));

    store().move(SHOP, HANA, KEN);

    assertThat(store().of(SHOP, new Addressee.Customer(KEN), 10))
        .containsExactly(row(SHOP, KEN, 0, SENT));
    assertThat(store().on(SHOP, DAY)).containsExactly(row(SHOP, KEN, 0, SENT));
  }

  private static SendIntent intent(int daysLater) {
    return row(SHOP, HANA, daysLater, SENT).intent();
  }

  private static Delivery row(ShopId shop, CustomerId customer, int daysLater, Result result) {
    return Sample.row(
        Sample.intent(
            shop, customer, DAY.plusDays(daysLater), NOON.plusSeconds(daysLater * 86_400L)),
        result);
  }
}
