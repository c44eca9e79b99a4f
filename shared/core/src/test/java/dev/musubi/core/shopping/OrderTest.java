package dev.musubi.core.shopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.PhoneHash;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderTest {

  private static final Instant PLACED = Instant.parse("2026-11-23T00:00:00Z");
  private static final CustomerId HANA = new CustomerId(7);
  private static final FulfilmentId FIRST = new FulfilmentId(61);

  @Test
  void a_card_that_is_paid_at_once_is_placed_and_no_more() {
    Order order = order(Payment.PAID, 0).merge(order(Payment.PAID, 1));
    assertThat(reached(order)).containsExactly(OrderStatus.PLACED);
  }

  @Test
  void a_card_that_is_charged_later_was_never_waited_for() {
    Order order = order(Payment.AUTHORIZED, 0).merge(order(Payment.PAID, 60));
    assertThat(reached(order)).containsExactly(OrderStatus.PLACED);
  }

  @Test
  void what_was_waited_for_and_came_is_paid_whichever_webhook_comes_first() {
    Order pending = order(Payment.PENDING, 0);
    Order paid = order(Payment.PAID, 3_600);

    for (Order order : List.of(pending.merge(paid), paid.merge(pending))) {
      assertThat(order.progress().payment()).isEqualTo(Payment.PAID);
      assertThat(order.progress().milestones().reached().get(OrderStatus.PAID).at())
          .isEqualTo(PLACED.plusSeconds(3_600));
    }
  }

  @Test
  void of_two_webhooks_of_one_second_the_one_that_is_further_counts() {
    Order pending = order(Payment.PENDING, 0);
    Order paid = order(Payment.PAID, 0);

    assertThat(pending.merge(paid).progress().payment()).isEqualTo(Payment.PAID);
    assertThat(paid.merge(pending).progress().payment()).isEqualTo(Payment.PAID);
  }

  @Test
  void the_time_at_which_a_status_was_reached_never_changes_after() {
    Order first = order(Payment.PENDING, 0).merge(order(Payment.PAID, 60));
    Order later = first.merge(order(Payment.PAID, 7_200)).merge(order(Payment.PAID, 30));

    assertThat(later.progress().milestones()).isEqualTo(first.progress().milestones());
  }

  @Test
  void a_cancelled_order_stays_cancelled_and_is_not_told_as_refunded() {
    Order cancelled = order(Payment.REFUNDED, 60, Optional.of(60L), Optional.of(60L));
    Order order = cancelled.merge(order(Payment.PAID, 120));

    assertThat(order.cancelled()).isTrue();
    assertThat(reached(order)).containsExactly(OrderStatus.PLACED, OrderStatus.CANCELLED);
  }

  @Test
  void an_order_that_was_given_back_says_so_by_the_time_of_the_refund() {
    Order order =
        order(Payment.PAID, 0)
            .merge(order(Payment.PARTIALLY_REFUNDED, 900, Optional.empty(), Optional.of(60L)));

    assertThat(order.progress().milestones().reached().get(OrderStatus.REFUNDED).at())
        .isEqualTo(PLACED.plusSeconds(60));
    assertThat(order.refunded()).isFalse();
  }

  @Test
  void a_parcel_was_shipped_when_it_was_made_or_when_it_stopped_waiting() {
    Parcel atOnce = parcel(Parcel.State.SHIPPED, 0, 0);
    assertThat(shippedAt(atOnce)).contains(PLACED);
    assertThat(shippedAt(atOnce.merge(parcel(Parcel.State.SHIPPED, 0, 900)))).contains(PLACED);

    Parcel waited = parcel(Parcel.State.WAITING, 0, 0).merge(parcel(Parcel.State.SHIPPED, 0, 900));
    assertThat(shippedAt(waited)).contains(PLACED.plusSeconds(900));
    assertThat(shippedAt(parcel(Parcel.State.WAITING, 0, 0))).isEmpty();
  }

  @Test
  void a_cancelled_parcel_stays_so_and_one_that_was_cancelled_at_first_was_never_shipped() {
    Parcel cancelled = parcel(Parcel.State.CANCELLED, 0, 60);

    assertThat(shippedAt(cancelled)).isEmpty();
    assertThat(cancelled.merge(parcel(Parcel.State.SHIPPED, 0, 120)).cancelled()).isTrue();
    assertThat(parcel(Parcel.State.SHIPPED, 0, 0).merge(cancelled).cancelled()).isTrue();
  }

  @Test
  void newer_tracking_wins_over_older_whichever_comes_first() {
    Parcel without = parcel(Parcel.State.SHIPPED, 0, 0);
    Parcel with =
        Parcel.heard(
            FIRST,
            Parcel.State.SHIPPED,
            1,
            new Parcel.Tracking(Optional.of("Sagawa"), List.of("123"), Optional.empty()),
            PLACED,
            PLACED.plusSeconds(60));

    assertThat(without.merge(with).tracking()).isEqualTo(with.tracking());
    assertThat(with.merge(without).tracking()).isEqualTo(with.tracking());
  }

  @Test
  void what_a_newer_source_does_not_tell_is_not_forgotten() {
    Order.Origin known =
        new Order.Origin(
            "#1001",
            PLACED,
            false,
            false,
            Optional.of(URI.create("https://hinode.example/o/1")),
            Optional.of(new PhoneHash("0a".repeat(32))));
    Order told = with(known, order(Payment.PAID, 0));
    Order read = order(Payment.PAID, 60);

    assertThat(told.merge(read).origin()).isEqualTo(known);
    assertThat(read.merge(told).origin()).isEqualTo(known);
  }

  @Test
  void in_whatever_order_and_however_often_webhooks_come_the_same_is_known_and_reached() {
    List<Order> told = new ArrayList<>();
    told.add(order(Payment.PENDING, 0));
    told.add(order(Payment.PAID, 60));
    told.add(order(Payment.PAID, 120).with(parcel(Parcel.State.SHIPPED, 100, 120)));
    told.add(order(Payment.PAID, 180).with(parcel(Parcel.State.DELIVERED, 100, 170)));
    told.add(order(Payment.REFUNDED, 240, Optional.of(200L), Optional.of(200L)));
    Order inOrder = told.stream().reduce(Order::merge).orElseThrow();
    Random dice = new Random(7);
    for (int round = 0; round < 500; round++) {
      List<Order> shuffled = new ArrayList<>(told);
      shuffled.addAll(told);
      Collections.shuffle(shuffled, dice);
      Order order = shuffled.stream().reduce(Order::merge).orElseThrow();

      assertThat(order.progress().payment()).isEqualTo(Payment.REFUNDED);
      assertThat(order.cancelled()).isTrue();
      assertThat(order.parcels().getFirst().state()).isEqualTo(Parcel.State.DELIVERED);
      assertThat(reached(order)).contains(OrderStatus.PLACED, OrderStatus.CANCELLED);
      assertThat(order.bill()).isEqualTo(inOrder.bill());
    }
  }

  @Test
  void what_is_handed_on_is_no_news_until_something_new_is_reached() {
    Order order = order(Payment.PENDING, 0);
    assertThat(order.hasNews()).isTrue();
    assertThat(order.handedOn().hasNews()).isFalse();
    assertThat(order.handedOn().merge(order).hasNews()).isFalse();
    assertThat(order.handedOn().merge(order(Payment.PAID, 60)).hasNews()).isTrue();
    assertThat(order.handedOn().with(parcel(Parcel.State.SHIPPED, 0, 0)).hasNews()).isTrue();
  }

  @Test
  void an_order_of_nobody_holds_no_phone_and_links_are_https() {
    Order.Origin phoned =
        new Order.Origin(
            "#1",
            PLACED,
            false,
            false,
            Optional.empty(),
            Optional.of(new PhoneHash("0a".repeat(32))));
    Order order = order(Payment.PAID, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Order(
                    order.id(),
                    Optional.empty(),
                    phoned,
                    order.bill(),
                    order.progress(),
                    List.of()))
        .withMessageContaining("'phone'");
    Optional<URI> plain = Optional.of(URI.create("http://track.example"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Parcel.Tracking(Optional.empty(), List.of(), plain));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Order.Origin("#1", PLACED, false, false, plain, Optional.empty()));
    assertThat(new PhoneHash("0a".repeat(32)).toString()).doesNotContain("0a0a");
  }

  private static Optional<Instant> shippedAt(Parcel parcel) {
    return Optional.ofNullable(parcel.milestones().reached().get(ParcelStatus.SHIPPED))
        .map(Milestone::at);
  }

  private static List<OrderStatus> reached(Order order) {
    return List.copyOf(order.progress().milestones().reached().keySet());
  }

  private static Parcel parcel(Parcel.State state, long createdAfter, long updatedAfter) {
    return Parcel.heard(
        FIRST,
        state,
        1,
        Parcel.Tracking.NONE,
        PLACED.plusSeconds(createdAfter),
        PLACED.plusSeconds(updatedAfter));
  }

  private static Order with(Order.Origin origin, Order order) {
    return new Order(
        order.id(), order.customer(), origin, order.bill(), order.progress(), order.parcels());
  }

  private static Order order(Payment payment, long updatedAfter) {
    return order(payment, updatedAfter, Optional.empty(), Optional.empty());
  }

  private static Order order(
      Payment payment, long updatedAfter, Optional<Long> cancelled, Optional<Long> refunded) {
    return new Order(
        new OrderId(5),
        Optional.of(HANA),
        new Order.Origin("#1001", PLACED, false, false, Optional.empty(), Optional.empty()),
        new Order.Bill(
            Optional.of(new Order.Price(BigDecimal.TEN, Currency.getInstance("JPY"))),
            2,
            List.of()),
        Order.Progress.heard(
            payment,
            cancelled.map(PLACED::plusSeconds),
            refunded.map(PLACED::plusSeconds),
            PLACED.plusSeconds(updatedAfter)),
        List.of());
  }
}
