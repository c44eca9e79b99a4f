package dev.musubi.core.sending;

import static dev.musubi.core.sending.Bought.FIRST;
import static dev.musubi.core.sending.Bought.ORDER;
import static dev.musubi.core.sending.Bought.PLACED;
import static dev.musubi.core.sending.Bought.PLACEMENT;
import static dev.musubi.core.sending.Bought.SHIPMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.KindSettings;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.ServiceSettings;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderStatus;
import dev.musubi.core.shopping.Parcel;
import dev.musubi.core.shopping.ParcelStatus;
import dev.musubi.core.shopping.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceNoticesTest {

  private static final Instant SOON = PLACED.plusSeconds(120);

  @Test
  void a_new_order_is_told_at_once_by_the_express_lane_and_is_stale_after_72_hours() {
    assertThat(ServiceNotices.of(Bought.shop(), Bought.order(Payment.PAID), SOON))
        .containsExactly(Bought.intent(PLACEMENT));
    assertThat(Bought.intent(PLACEMENT).notAfter()).isEqualTo(PLACED.plus(Duration.ofHours(72)));
  }

  @Test
  void the_same_notice_has_the_same_time_and_id_however_it_was_heard() {
    Order swapped =
        Bought.became(Payment.PAID, false, false, 3_600).merge(Bought.order(Payment.PENDING));
    Order inOrder =
        Bought.order(Payment.PENDING).merge(Bought.became(Payment.PAID, false, false, 3_600));

    List<SendIntent> notices = ServiceNotices.of(Bought.shop(), swapped, SOON);
    assertThat(notices).isEqualTo(ServiceNotices.of(Bought.shop(), inOrder, SOON));
    assertThat(notices)
        .extracting(SendIntent::subject)
        .containsExactly(PLACEMENT, new Subject.Ordered(ORDER, OrderStatus.PAID));
  }

  @Test
  void each_parcel_is_told_by_itself_and_again_when_it_arrives() {
    Order order =
        Bought.order(Payment.PAID)
            .handedOn()
            .with(Bought.parcel(FIRST, Parcel.State.SHIPPED, 1, Parcel.Tracking.NONE))
            .with(Bought.parcel(Bought.SECOND, Parcel.State.DELIVERED, 1, Parcel.Tracking.NONE));

    assertThat(ServiceNotices.of(Bought.shop(), order, SOON))
        .extracting(SendIntent::subject)
        .containsExactly(
            SHIPMENT, new Subject.Shipped(ORDER, Bought.SECOND, ParcelStatus.DELIVERED));
  }

  @Test
  void what_was_handed_on_is_not_told_again() {
    assertThat(ServiceNotices.of(Bought.shop(), Bought.order(Payment.PAID).handedOn(), SOON))
        .isEmpty();
  }

  @Test
  void what_is_older_than_72_hours_is_told_to_nobody() {
    Order order = Bought.order(Payment.PAID);
    Instant edge = PLACED.plus(ServiceNotices.STALE_AFTER);

    assertThat(ServiceNotices.of(Bought.shop(), order, edge)).hasSize(1);
    assertThat(ServiceNotices.of(Bought.shop(), order, edge.plusMillis(1))).isEmpty();
  }

  @Test
  void a_kind_that_is_off_starts_nothing() {
    Order order =
        Bought.order(Payment.PAID)
            .with(Bought.parcel(FIRST, Parcel.State.SHIPPED, 2, Parcel.Tracking.NONE));
    Shop shop = Bought.shop();
    ServiceSettings off = ServiceSettings.defaults();

    assertThat(ServiceNotices.of(with(shop, kinds(shop).withOrder(off)), order, SOON))
        .extracting(SendIntent::subject)
        .containsExactly(SHIPMENT);
    assertThat(ServiceNotices.of(with(shop, kinds(shop).withShipping(off)), order, SOON))
        .extracting(SendIntent::subject)
        .containsExactly(PLACEMENT);
    assertThat(ServiceNotices.of(shop.uninstalled(SOON), order, SOON)).isEmpty();
  }

  @Test
  void orders_of_tills_and_tests_start_nothing_unless_the_shop_says_so() {
    Order till = Bought.order(Payment.PAID, true, false);
    Order test = Bought.order(Payment.PAID, false, true);

    assertThat(ServiceNotices.of(Bought.shop(), till, SOON)).isEmpty();
    assertThat(ServiceNotices.of(Bought.shop(), test, SOON)).isEmpty();
    ServiceSettings tills = new ServiceSettings(true, false, true, false);
    ServiceSettings tests = new ServiceSettings(true, false, false, true);
    assertThat(ServiceNotices.of(Bought.shop(tills, Language.JA), till, SOON)).hasSize(1);
    assertThat(ServiceNotices.of(Bought.shop(tills, Language.JA), test, SOON)).isEmpty();
    assertThat(ServiceNotices.of(Bought.shop(tests, Language.JA), test, SOON)).hasSize(1);
  }

  @Test
  void an_order_of_nobody_is_told_to_nobody() {
    Order order = Bought.order(Payment.PAID);
    Order nobodys =
        new Order(
            order.id(),
            Optional.empty(),
            order.origin(),
            order.bill(),
            order.progress(),
            order.parcels());

    assertThat(ServiceNotices.of(Bought.shop(), nobodys, SOON)).isEmpty();
  }

  private static KindSettings kinds(Shop shop) {
    return shop.settings().kinds();
  }

  private static Shop with(Shop shop, KindSettings kinds) {
    Settings now = shop.settings();
    return shop.with(
        new Settings(
            now.timeZone(),
            now.wording(),
            now.quietHours(),
            now.quotaReserve(),
            now.contactBudget(),
            kinds),
        PLACED);
  }
}
