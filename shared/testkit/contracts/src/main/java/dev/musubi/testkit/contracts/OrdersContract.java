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
import dev.musubi.core.people.PhoneHash;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.FulfilmentId;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderStatus;
import dev.musubi.core.shopping.Orders;
import dev.musubi.core.shopping.Parcel;
import dev.musubi.core.shopping.Payment;
import dev.musubi.core.shopping.ProductId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What every {@link Orders} does. */
public abstract class OrdersContract extends PersonalDataContract<Orders> {

  @Override
  final void hold(Orders store, ShopId shop, CustomerId customer, LineUserId user) {
    store.heard(shop, order(customer.number(), Optional.of(customer), Payment.PAID, NOON));
  }

  @Test
  void an_order_is_read_back_whole_and_one_that_was_never_heard_of_is_absent() {
    Order order = order(1, Optional.of(HANA), Payment.PENDING, NOON).with(parcel(61, NOON));

    assertThat(store().heard(SHOP, order)).isEqualTo(order);
    assertThat(store().find(SHOP, List.of(new OrderId(1), new OrderId(2))))
        .containsExactly(Map.entry(new OrderId(1), order));
    assertThat(store().find(OTHER_SHOP, List.of(new OrderId(1)))).isEmpty();
  }

  @Test
  void an_older_webhook_takes_nothing_from_a_newer_one() {
    store().heard(SHOP, order(1, Optional.of(HANA), Payment.PAID, NOON.plusSeconds(60)));
    Order standing =
        store().heard(SHOP, order(1, Optional.of(HANA), Payment.PENDING, NOON.plusSeconds(5)));

    assertThat(standing.progress().payment()).isEqualTo(Payment.PAID);
    assertThat(standing.progress().milestones().reached()).containsKey(OrderStatus.PAID);
    assertThat(found(1)).contains(standing);
  }

  @Test
  void a_parcel_joins_its_order_and_nothing_is_kept_of_one_whose_order_is_not_known() {
    Order order = store().heard(SHOP, order(1, Optional.of(HANA), Payment.PAID, NOON));

    assertThat(store().heard(SHOP, order.id(), parcel(61, NOON)))
        .contains(order.with(parcel(61, NOON)));
    assertThat(store().heard(SHOP, new OrderId(2), parcel(62, NOON))).isEmpty();
    assertThat(found(2)).isEmpty();
  }

  @Test
  void what_was_handed_on_stays_so_and_what_came_meanwhile_does_not() {
    Order seen = store().heard(SHOP, order(1, Optional.of(HANA), Payment.PAID, NOON));
    store().heard(SHOP, seen.id(), parcel(61, NOON));
    store().handedOn(SHOP, seen);

    Order standing = found(1).orElseThrow();
    assertThat(standing.progress().milestones().open()).isEmpty();
    assertThat(standing.parcels().getFirst().milestones().open()).hasSize(1);
    assertThat(store().heard(SHOP, seen).progress().milestones().open()).isEmpty();
  }

  @Test
  void handing_on_brings_no_order_back() {
    Order seen = store().heard(SHOP, order(1, Optional.of(HANA), Payment.PAID, NOON));
    store().erase(SHOP, Person.of(HANA));
    store().handedOn(SHOP, seen);

    assertThat(found(1)).isEmpty();
    assertThat(store().export(SHOP, Person.of(HANA))).isEmpty();
  }

  @Test
  void an_order_is_kept_for_ninety_days_after_it_was_last_heard_of() {
    store().heard(SHOP, order(1, Optional.of(HANA), Payment.PENDING, NOON));
    setNow(NOON.plus(Duration.ofDays(80)));
    store().heard(SHOP, order(1, Optional.of(HANA), Payment.PAID, now()));

    setNow(NOON.plus(Duration.ofDays(170)).minusSeconds(1));
    assertThat(found(1)).isPresent();
    assertThat(store().export(SHOP, Person.of(HANA))).hasSize(1);
    setNow(NOON.plus(Duration.ofDays(170)));
    assertThat(found(1)).isEmpty();
    assertThat(store().export(SHOP, Person.of(HANA))).isEmpty();
  }

  @Test
  void what_is_heard_at_once_is_all_kept() {
    store().heard(SHOP, order(1, Optional.of(HANA), Payment.PAID, NOON));
    List<Callable<Boolean>> racers = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      Parcel parcel = parcel(60 + i, NOON);
      racers.add(() -> store().heard(SHOP, new OrderId(1), parcel).isPresent());
    }

    assertThat(Race.of(racers)).containsOnly(true);
    assertThat(found(1).orElseThrow().parcels()).hasSize(4);
  }

  @Test
  void an_order_of_nobody_is_kept_and_is_no_persons_data() {
    store().heard(SHOP, order(1, Optional.empty(), Payment.PAID, NOON));

    assertThat(found(1).orElseThrow().customer()).isEmpty();
    assertThat(store().export(SHOP, Person.of(HANA))).isEmpty();
  }

  @Test
  void a_moved_order_is_the_other_customers_whole() {
    store().heard(SHOP, order(1, Optional.of(HANA), Payment.PAID, NOON));
    store().heard(SHOP, order(2, Optional.of(KEN), Payment.PAID, NOON));
    store().move(SHOP, HANA, KEN);

    assertThat(found(1).orElseThrow().customer()).contains(KEN);
    assertThat(store().export(SHOP, Person.of(KEN))).hasSize(2);
    store().erase(SHOP, Person.of(HANA));
    assertThat(found(1)).isPresent();
    store().erase(SHOP, Person.of(KEN));
    assertThat(found(1)).isEmpty();
  }

  @Test
  void how_far_the_orders_were_looked_through_is_kept_for_each_shop() {
    assertThat(store().lookedThrough(SHOP)).isEmpty();
    store().lookedThrough(SHOP, NOON);
    store().lookedThrough(SHOP, NOON.plusMillis(1));

    setNow(NOON.plus(Duration.ofDays(1_000)));
    assertThat(store().lookedThrough(SHOP)).contains(NOON.plusMillis(1));
    assertThat(store().lookedThrough(OTHER_SHOP)).isEmpty();
  }

  private Optional<Order> found(long number) {
    OrderId id = new OrderId(number);
    return Optional.ofNullable(store().find(SHOP, List.of(id)).get(id));
  }

  private static Order order(
      long number, Optional<CustomerId> customer, Payment payment, Instant updatedAt) {
    return new Order(
        new OrderId(number),
        customer,
        new Order.Origin(
            "#" + number,
            NOON,
            false,
            false,
            Optional.of(URI.create("https://hinode.example/orders/" + number)),
            customer.map(one -> new PhoneHash("0a".repeat(32)))),
        new Order.Bill(
            Optional.of(new Order.Price(new BigDecimal("1234"), Currency.getInstance("JPY"))),
            3,
            List.of(new ProductId(101), new ProductId(102))),
        Order.Progress.heard(payment, Optional.empty(), Optional.empty(), updatedAt),
        List.of());
  }

  private static Parcel parcel(long number, Instant at) {
    return Parcel.heard(
        new FulfilmentId(number),
        Parcel.State.SHIPPED,
        1,
        new Parcel.Tracking(
            Optional.of("Yamato (JA)"),
            List.of("1234-5678-9012"),
            Optional.of(URI.create("https://track.example/" + number))),
        at,
        at);
  }
}
