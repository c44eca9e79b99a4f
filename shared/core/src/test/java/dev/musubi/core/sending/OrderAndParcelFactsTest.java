package dev.musubi.core.sending;

import static dev.musubi.core.sending.Bought.FIRST;
import static dev.musubi.core.sending.Bought.ORDER;
import static dev.musubi.core.sending.Bought.PLACED;
import static dev.musubi.core.sending.Bought.PLACEMENT;
import static dev.musubi.core.sending.Bought.SECOND;
import static dev.musubi.core.sending.Bought.SHIPMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.ServiceSettings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderStatus;
import dev.musubi.core.shopping.Parcel;
import dev.musubi.core.shopping.ParcelStatus;
import dev.musubi.core.shopping.Payment;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderAndParcelFactsTest {

  private static final ServiceSettings AT_NIGHT = new ServiceSettings(true, true, false, false);

  @Test
  void an_order_that_is_to_be_paid_says_so_and_one_that_is_paid_by_then_does_not() {
    assertThat(said(PLACEMENT, Bought.order(Payment.PENDING)))
        .containsEntry("status", "ご注文を受け付けました")
        .containsEntry("number", "#1001")
        .containsEntry("total", "¥3,240")
        .containsEntry("shop", "日の出茶舗")
        .containsEntry("link", "https://hinode.myshopify.com/orders/abc")
        .hasEntrySatisfying("note", note -> assertThat(note).startsWith("お支払いをお待ちしています"));
    assertThat(said(PLACEMENT, Bought.order(Payment.PAID))).doesNotContainKey("note");
    assertThat(said(PLACEMENT, Bought.order(Payment.AUTHORIZED))).doesNotContainKey("note");
  }

  @ParameterizedTest
  @EnumSource
  void every_status_has_its_words_in_both_languages(OrderStatus status) {
    Subject.Ordered subject = new Subject.Ordered(ORDER, status);
    Order order = Bought.order(Payment.PAID);
    for (Language language : Language.values()) {
      OrderFacts facts = new OrderFacts(subject, Optional.of(order));
      assertThat(facts.content(Bought.shop(AT_NIGHT, language)).values().get("status"))
          .isNotBlank();
    }
  }

  @Test
  void a_refund_says_whether_it_is_whole() {
    Subject.Ordered refund = new Subject.Ordered(ORDER, OrderStatus.REFUNDED);
    assertThat(said(refund, Bought.became(Payment.REFUNDED, false, true, 60)))
        .containsEntry("status", "ご注文の代金を返金しました")
        .doesNotContainKey("total");
    assertThat(said(refund, Bought.became(Payment.PARTIALLY_REFUNDED, false, true, 60)))
        .containsEntry("status", "ご注文の代金の一部を返金しました");
  }

  @Test
  void what_is_over_by_then_is_not_told_but_its_end_is() {
    Order cancelled = Bought.became(Payment.VOIDED, true, false, 60);
    Order refunded = Bought.became(Payment.REFUNDED, false, true, 60);
    Reason gone = new Unwanted.OrderCancelled(ORDER);

    assertThat(objection(PLACEMENT, cancelled)).contains(gone);
    assertThat(objection(new Subject.Ordered(ORDER, OrderStatus.PAID), cancelled)).contains(gone);
    assertThat(objection(new Subject.Ordered(ORDER, OrderStatus.REFUNDED), cancelled))
        .contains(gone);
    assertThat(objection(new Subject.Ordered(ORDER, OrderStatus.CANCELLED), cancelled)).isEmpty();
    assertThat(objection(PLACEMENT, refunded)).contains(new Unwanted.OrderRefunded(ORDER));
    assertThat(objection(new Subject.Ordered(ORDER, OrderStatus.REFUNDED), refunded)).isEmpty();
  }

  @Test
  void of_an_order_that_was_erased_nothing_is_told() {
    Reason unknown = new Unwanted.OrderUnknown(ORDER);
    assertThat(new OrderFacts(PLACEMENT, Optional.empty()).objection()).contains(unknown);
    assertThat(new ParcelFacts(SHIPMENT, Optional.empty()).objection()).contains(unknown);
    assertThat(new ParcelFacts(SHIPMENT, Optional.of(Bought.order(Payment.PAID))).objection())
        .contains(unknown);
  }

  @Test
  void a_parcel_that_was_called_back_or_whose_order_is_over_is_not_told() {
    Order order = Bought.order(Payment.PAID).with(parcel(Parcel.State.SHIPPED, 2));
    assertThat(parcelObjection(order)).isEmpty();
    assertThat(parcelObjection(order.with(parcel(Parcel.State.CANCELLED, 2))))
        .contains(new Unwanted.ParcelCancelled(FIRST));
    assertThat(parcelObjection(order.merge(Bought.became(Payment.VOIDED, true, false, 60))))
        .contains(new Unwanted.OrderCancelled(ORDER));
    assertThat(parcelObjection(order.merge(Bought.became(Payment.REFUNDED, false, true, 60))))
        .contains(new Unwanted.OrderRefunded(ORDER));
    assertThat(parcelObjection(order.with(parcel(Parcel.State.DELIVERED, 2))))
        .contains(new Unwanted.AlreadyDelivered(FIRST));
  }

  @Test
  void a_parcel_says_whether_it_is_all_a_part_or_the_rest() {
    Order whole = Bought.order(Payment.PAID).with(parcel(Parcel.State.SHIPPED, 2));
    Order part = Bought.order(Payment.PAID).with(parcel(Parcel.State.SHIPPED, 1));
    Order both = part.with(Bought.parcel(SECOND, Parcel.State.SHIPPED, 1, Parcel.Tracking.NONE));
    Subject.Shipped second = new Subject.Shipped(ORDER, SECOND, ParcelStatus.SHIPPED);

    assertThat(shipped(SHIPMENT, whole)).containsEntry("status", "商品を発送しました");
    assertThat(shipped(SHIPMENT, part)).containsEntry("status", "商品の一部(1点)を発送しました");
    assertThat(shipped(second, both)).containsEntry("status", "残りの商品を発送しました");
    Order again = both.with(parcel(Parcel.State.CANCELLED, 1));
    assertThat(shipped(second, again)).containsEntry("status", "商品の一部(1点)を発送しました");
  }

  @Test
  void shopifys_own_link_is_taken_else_the_carriers_else_the_orders_page() {
    URI own = URI.create("https://track.example/1");
    assertThat(tracked(new Parcel.Tracking(Optional.of("UPS"), List.of("1Z"), Optional.of(own))))
        .containsEntry("link", own.toString())
        .containsEntry("company", "UPS")
        .containsEntry("tracking", "1Z");
    assertThat(
            tracked(
                new Parcel.Tracking(
                    Optional.of("Yamato (EN)"), List.of("1234-5678-9012"), Optional.empty())))
        .containsEntry("company", "ヤマト運輸")
        .hasEntrySatisfying(
            "link", link -> assertThat(link).contains("kuronekoyamato").endsWith("123456789012"));
    assertThat(tracked(Parcel.Tracking.NONE))
        .containsEntry("link", "https://hinode.myshopify.com/orders/abc")
        .doesNotContainKeys("company", "tracking");
  }

  @Test
  void at_night_it_waits_for_the_windows_end_unless_the_shop_says_so() {
    Instant night = Given.tokyo(Bought.DAY, "22:00");
    Instant lastMinute = Given.tokyo(Bought.DAY, "21:59");
    Instant morning = Given.tokyo(Bought.DAY.plusDays(1), "07:00");

    assertThat(judged(Bought.shop(), lastMinute)).isInstanceOf(Verdict.Send.class);
    assertThat(judged(Bought.shop(), night))
        .isInstanceOfSatisfying(
            Verdict.Defer.class,
            wait ->
                assertThat(wait.until()).isBetween(morning, morning.plus(Duration.ofMinutes(15))));
    assertThat(judged(Bought.shop(AT_NIGHT, Language.JA), night)).isInstanceOf(Verdict.Send.class);
    assertThat(judged(Bought.shop(), morning)).isInstanceOf(Verdict.Send.class);
  }

  @Test
  void neither_cap_nor_budget_nor_the_reserve_of_the_quota_holds_it_back() {
    Dossier spent =
        Bought.dossier(
            Bought.shop(),
            new OrderFacts(PLACEMENT, Optional.of(Bought.order(Payment.PAID))),
            new Quota(OptionalLong.of(200), 150));

    assertThat(Policies.judge(Bought.intent(PLACEMENT), spent, PLACED))
        .isInstanceOf(Verdict.Send.class);
  }

  @Test
  void seventy_two_hours_after_it_came_about_it_is_stale() {
    SendIntent intent = Bought.intent(PLACEMENT);
    Dossier dossier =
        Bought.dossier(
            Bought.shop(AT_NIGHT, Language.JA),
            new OrderFacts(PLACEMENT, Optional.of(Bought.order(Payment.PAID))),
            Quota.UNLIMITED);
    Instant edge = PLACED.plus(Duration.ofHours(72));

    assertThat(SendTable.next(Optional.empty(), Optional.empty(), intent, dossier, edge))
        .isInstanceOf(Step.Reserve.class);
    assertThat(
            SendTable.next(Optional.empty(), Optional.empty(), intent, dossier, edge.plusMillis(1)))
        .isEqualTo(Step.Finish.done(new Result.Skipped(new Untimely.Stale(edge))));
  }

  private static Verdict judged(Shop shop, Instant now) {
    OrderFacts facts = new OrderFacts(PLACEMENT, Optional.of(Bought.order(Payment.PAID)));
    return Policies.judge(
        Bought.intent(PLACEMENT), Bought.dossier(shop, facts, Quota.UNLIMITED), now);
  }

  private static Optional<Reason> objection(Subject.Ordered subject, Order order) {
    return new OrderFacts(subject, Optional.of(order)).objection();
  }

  private static Optional<Reason> parcelObjection(Order order) {
    return new ParcelFacts(SHIPMENT, Optional.of(order)).objection();
  }

  private static Map<String, String> said(Subject.Ordered subject, Order order) {
    return new OrderFacts(subject, Optional.of(order)).content(Bought.shop()).values();
  }

  private static Map<String, String> shipped(Subject.Shipped subject, Order order) {
    return new ParcelFacts(subject, Optional.of(order)).content(Bought.shop()).values();
  }

  private static Map<String, String> tracked(Parcel.Tracking tracking) {
    Order order =
        Bought.order(Payment.PAID).with(Bought.parcel(FIRST, Parcel.State.SHIPPED, 2, tracking));
    return shipped(SHIPMENT, order);
  }

  private static Parcel parcel(Parcel.State state, int items) {
    return Bought.parcel(FIRST, state, items, Parcel.Tracking.NONE);
  }
}
