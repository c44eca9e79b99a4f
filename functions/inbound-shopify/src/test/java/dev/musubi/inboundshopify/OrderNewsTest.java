package dev.musubi.inboundshopify;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.sending.Work;
import dev.musubi.core.shop.ServiceSettings;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shopping.FulfilmentId;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderSource;
import dev.musubi.core.shopping.OrderStatus;
import dev.musubi.core.shopping.Orders;
import dev.musubi.core.shopping.Parcel;
import dev.musubi.core.shopping.ParcelStatus;
import dev.musubi.core.shopping.Payment;
import dev.musubi.core.shopping.Purchases;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Death;
import dev.musubi.testkit.memory.Mortality;
import dev.musubi.testkit.memory.SeededEntropy;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderNewsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final ShopId SHOP = HANAMICHI.id();
  private static final OrderId ORDER = new OrderId(5_500_000_000_001L);
  private static final Subject PLACED = new Subject.Ordered(ORDER, OrderStatus.PLACED);
  private static final Subject SHIPPED =
      new Subject.Shipped(ORDER, new FulfilmentId(61), ParcelStatus.SHIPPED);

  private final Stores stores = telling();
  private final OrderNews news = news(stores, new Mortality(moment -> false));

  @Test
  void an_order_is_told_once_however_often_it_is_heard() {
    for (int i = 0; i < 10; i++) {
      news.heard(SHOP, order(Payment.PAID, NOW));
    }

    assertThat(subjects()).containsExactly(PLACED);
    assertThat(stores.purchases().of(SHOP, List.of(CUSTOMER))).containsKey(CUSTOMER);
  }

  @Test
  void what_came_before_the_kind_was_switched_on_is_not_told_after() {
    Shop on = stores.shops().find(SHOP).orElseThrow();
    stores.shops().save(with(on, ServiceSettings.defaults()));
    news.heard(SHOP, order(Payment.PENDING, NOW));
    Shop off = stores.shops().find(SHOP).orElseThrow();
    stores.shops().save(with(off, new ServiceSettings(true, false, false, false)));
    news.heard(SHOP, order(Payment.PAID, NOW.plusSeconds(60)));

    assertThat(subjects()).containsExactly(new Subject.Ordered(ORDER, OrderStatus.PAID));
  }

  @Test
  void a_parcel_of_a_known_order_is_told_without_asking_shopify() {
    news.heard(SHOP, order(Payment.PAID, NOW));
    news.heard(SHOP, ORDER, parcel());

    assertThat(subjects()).containsExactly(PLACED, SHIPPED);
    assertThat(stores.orderSource().reads()).isEmpty();
  }

  @Test
  void a_parcel_that_comes_before_its_order_has_the_order_read_once() {
    stores.orderSource().put(SHOP, order(Payment.PAID, NOW));
    news.heard(SHOP, ORDER, parcel());
    news.heard(SHOP, ORDER, parcel());
    news.heard(SHOP, order(Payment.PAID, NOW));

    assertThat(stores.orderSource().reads()).containsExactly(ORDER);
    assertThat(subjects()).containsExactly(PLACED, SHIPPED);
  }

  @Test
  void of_who_was_erased_no_order_is_read_back() {
    stores.links().bury(SHOP, Person.of(CUSTOMER), NOW, new SeededEntropy(1));
    stores.orderSource().put(SHOP, order(Payment.PAID, NOW));
    news.heard(SHOP, ORDER, parcel());
    news.named(SHOP, ORDER);

    assertThat(stores.orders().find(SHOP, List.of(ORDER))).isEmpty();
    assertThat(subjects()).isEmpty();
  }

  @Test
  void the_order_of_a_guest_is_read_once_and_told_to_nobody() {
    Order guests = order(Payment.PAID, NOW);
    stores
        .orderSource()
        .put(
            SHOP,
            new Order(
                ORDER,
                Optional.empty(),
                guests.origin(),
                guests.bill(),
                guests.progress(),
                List.of()));
    news.heard(SHOP, ORDER, parcel());
    news.heard(SHOP, ORDER, parcel());

    assertThat(stores.orderSource().reads()).containsExactly(ORDER);
    assertThat(stores.outbox().queued()).isEmpty();
  }

  @Test
  void a_parcel_of_an_order_that_shopify_does_not_know_is_nobodys() {
    news.heard(SHOP, ORDER, parcel());

    assertThat(stores.outbox().queued()).isEmpty();
  }

  @Test
  void while_shopify_does_not_answer_the_parcel_comes_back() {
    stores.orderSource().down(true);
    assertThatThrownBy(() -> news.heard(SHOP, ORDER, parcel()))
        .isInstanceOf(UncheckedIOException.class);

    stores.orderSource().down(false);
    stores.orderSource().put(SHOP, order(Payment.PAID, NOW));
    news.heard(SHOP, ORDER, parcel());
    assertThat(subjects()).contains(SHIPPED);
  }

  @Test
  void an_order_that_is_named_is_told_as_if_its_webhooks_had_come() {
    stores.orderSource().put(SHOP, order(Payment.PAID, NOW).with(parcel()));
    news.named(SHOP, ORDER);
    news.heard(SHOP, order(Payment.PAID, NOW));
    news.heard(SHOP, ORDER, parcel());

    assertThat(subjects()).containsExactly(PLACED, SHIPPED);
  }

  @Test
  void the_same_order_in_a_shop_that_is_not_registered_is_told_to_nobody() {
    news.heard(new ShopId("nowhere"), order(Payment.PAID, NOW));

    assertThat(stores.outbox().queued()).isEmpty();
  }

  @Test
  void wherever_the_worker_died_everything_is_queued_and_nothing_under_another_name() {
    Mortality counting = new Mortality(moment -> false);
    Stores whole = telling();
    tell(whole, counting);
    Set<SendId> wanted = ids(whole);
    assertThat(wanted).hasSize(2);
    assertThat(counting.moments()).isGreaterThan(6);
    for (int moment = 1; moment <= counting.moments(); moment++) {
      int deadly = moment;
      Stores again = telling();
      assertThatThrownBy(() -> tell(again, new Mortality(m -> m == deadly)))
          .isInstanceOf(Death.class);
      tell(again, new Mortality(m -> false));

      assertThat(ids(again)).as("died at %s", moment).isEqualTo(wanted);
      assertThat(intents(again)).extracting(SendIntent::due).containsOnly(NOW);
    }
  }

  private static void tell(Stores stores, Mortality mortality) {
    OrderNews news = news(stores, mortality);
    news.heard(SHOP, order(Payment.PAID, NOW));
    news.heard(SHOP, ORDER, parcel());
  }

  private static OrderNews news(Stores stores, Mortality mortality) {
    return new OrderNews(
        mortality.mortal(Shops.class, stores.shops()),
        mortality.mortal(Orders.class, stores.orders()),
        mortality.mortal(Purchases.class, stores.purchases()),
        new RememberedOrders(
            mortality.mortal(OrderSource.class, stores.orderSource()), stores.links()),
        mortality.mortal(Outbox.class, stores.outbox()),
        stores.clock());
  }

  private List<Subject> subjects() {
    return intents(stores).stream().map(SendIntent::subject).toList();
  }

  private static List<SendIntent> intents(Stores stores) {
    List<Work> queued = stores.outbox().queued();
    return queued.stream().map(SendIntent.class::cast).toList();
  }

  private static Set<SendId> ids(Stores stores) {
    Set<SendId> ids = new LinkedHashSet<>();
    intents(stores).forEach(intent -> ids.add(intent.id()));
    return ids;
  }

  private static Stores telling() {
    Stores stores = Stores.ofTwoShops(NOW);
    Shop shop = stores.shops().find(SHOP).orElseThrow();
    stores.shops().save(with(shop, new ServiceSettings(true, false, false, false)));
    return stores;
  }

  private static Shop with(Shop shop, ServiceSettings service) {
    Settings now = shop.settings();
    return shop.with(
        new Settings(
            now.timeZone(),
            now.wording(),
            now.quietHours(),
            now.quotaReserve(),
            now.contactBudget(),
            now.kinds().withOrder(service).withShipping(service)),
        NOW);
  }

  private static Parcel parcel() {
    return Parcel.heard(
        new FulfilmentId(61), Parcel.State.SHIPPED, 1, Parcel.Tracking.NONE, NOW, NOW);
  }

  private static Order order(Payment payment, Instant updatedAt) {
    return new Order(
        ORDER,
        Optional.of(CUSTOMER),
        new Order.Origin("#1001", NOW, false, false, Optional.empty(), Optional.empty()),
        new Order.Bill(Optional.empty(), 1, List.of()),
        Order.Progress.heard(payment, Optional.empty(), Optional.empty(), updatedAt),
        List.of());
  }
}
