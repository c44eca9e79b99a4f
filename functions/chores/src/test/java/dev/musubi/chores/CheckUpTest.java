package dev.musubi.chores;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.aws.queues.RawShopify;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Work;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderSource;
import dev.musubi.core.shopping.Orders;
import dev.musubi.core.shopping.Payment;
import dev.musubi.core.shopping.ShopSignal;
import dev.musubi.core.shopping.ShopTopic;
import dev.musubi.core.shopping.Subscriptions;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Death;
import dev.musubi.testkit.memory.Mortality;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckUpTest {

  private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");
  private static final ShopId SHOP = HANAMICHI.id();
  private static final int PAGE = 100;

  private final Stores stores = Stores.ofTwoShops(NOW);
  private final List<RawShopify> told = new ArrayList<>();

  @Test
  void a_webhook_that_shopify_ended_is_set_up_again_and_an_alarm_rings() {
    checkUp().subscribe(SHOP);
    stores.subscriptions().lose(SHOP, ShopTopic.ORDERS_CREATE);
    stores.subscriptions().lose(SHOP, ShopTopic.FULFILLMENTS_UPDATE);
    carryOut();

    assertThat(stores.subscriptions().sent(SHOP)).isEqualTo(CheckUp.TOPICS);
    assertThat(stores.meter().subscriptionsLost()).isEqualTo(2);
    carryOut();
    assertThat(stores.meter().subscriptionsLost()).isEqualTo(2);
  }

  @Test
  void what_only_the_apps_own_configuration_can_subscribe_to_is_not_asked_for() {
    assertThat(CheckUp.TOPICS)
        .contains(ShopTopic.ORDERS_CREATE, ShopTopic.APP_UNINSTALLED)
        .doesNotContain(
            ShopTopic.CUSTOMERS_REDACT, ShopTopic.CUSTOMERS_DATA_REQUEST, ShopTopic.SHOP_REDACT);
  }

  @Test
  void an_order_that_no_webhook_told_goes_the_way_of_a_webhook_by_its_number() {
    put(1, NOW.minusSeconds(3_600));
    carryOut();

    assertThat(told)
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.shop()).isEqualTo(SHOP);
              assertThat(message.topic()).isEqualTo(ShopSignal.OrderNamed.TOPIC);
              assertThat(message.body()).isEqualTo("{\"id\":1}");
            });
    assertThat(stores.meter().ordersMissed()).isEqualTo(1);
  }

  @Test
  void an_order_that_is_known_as_it_stands_is_left_alone_and_one_that_changed_since_is_not() {
    stores.orders().heard(SHOP, put(1, NOW.minusSeconds(60)));
    stores.orders().heard(SHOP, put(2, NOW.minusSeconds(60)));
    put(2, NOW.minusSeconds(30));
    carryOut();

    assertThat(numbers()).containsExactly("{\"id\":2}");
  }

  @Test
  void what_is_older_than_a_message_may_be_is_not_looked_for_at_first() {
    put(1, NOW.minus(Duration.ofHours(72)).minusSeconds(1));
    put(2, NOW.minus(Duration.ofHours(72)));
    carryOut();

    assertThat(numbers()).containsExactly("{\"id\":2}");
  }

  @Test
  void nothing_is_looked_for_from_before_the_app_was_installed() {
    Shop shop = stores.shops().find(SHOP).orElseThrow();
    stores.shops().save(shop.reinstalled(NOW.minusSeconds(600)));
    put(1, NOW.minusSeconds(601));
    put(2, NOW.minusSeconds(600));
    carryOut();

    assertThat(numbers()).containsExactly("{\"id\":2}");
  }

  @Test
  void the_next_day_goes_on_some_hours_before_the_last_one_seen() {
    stores.orders().lookedThrough(SHOP, NOW.minus(Duration.ofDays(10)));
    put(1, NOW.minus(Duration.ofDays(10)).minus(CheckUp.OVERLAP).minusSeconds(1));
    put(2, NOW.minus(Duration.ofDays(10)).minus(CheckUp.OVERLAP));
    put(3, NOW.minus(Duration.ofDays(9)));
    carryOut();

    assertThat(numbers()).containsExactly("{\"id\":2}", "{\"id\":3}");
    assertThat(stores.orders().lookedThrough(SHOP)).contains(NOW.minus(Duration.ofDays(9)));
  }

  @Test
  void how_far_it_was_looked_through_never_goes_back() {
    stores.orders().lookedThrough(SHOP, NOW.minusSeconds(10));
    put(1, NOW.minusSeconds(600));
    carryOut();

    assertThat(stores.orders().lookedThrough(SHOP)).contains(NOW.minusSeconds(10));
  }

  @Test
  void too_much_for_one_turn_goes_on_in_the_next_and_nothing_is_left_out() {
    int orders = PAGE * CheckUp.MOST_PAGES * 2 + 1;
    for (int i = 1; i <= orders; i++) {
      put(i, NOW.minusSeconds(100_000L - i));
    }
    carryOut();
    assertThat(told).hasSize(PAGE * CheckUp.MOST_PAGES);

    assertThat(turns()).isEqualTo(2);
    assertThat(Set.copyOf(numbers())).hasSize(orders);
  }

  @Test
  void so_many_of_one_second_that_a_turn_would_not_advance_are_looked_through_at_once() {
    int orders = PAGE * CheckUp.MOST_PAGES + 1;
    for (int i = 1; i <= orders; i++) {
      put(i, NOW.minusSeconds(60));
    }
    stores.orders().lookedThrough(SHOP, NOW);
    checkUp().carryOut(shop(), Optional.of(NOW.minusSeconds(60)));

    assertThat(told).hasSize(orders);
    assertThat(stores.outbox().scheduled()).isEmpty();
  }

  @Test
  void a_shop_that_removed_the_app_is_not_asked() {
    stores.shops().save(shop().uninstalled(NOW));
    put(1, NOW);
    carryOut();

    assertThat(told).isEmpty();
    assertThat(stores.subscriptions().sent(SHOP)).isEmpty();
  }

  @Test
  void while_shopify_does_not_answer_the_check_up_comes_back() {
    put(1, NOW.minusSeconds(60));
    stores.orderSource().down(true);
    assertThatThrownBy(this::carryOut).isInstanceOf(UncheckedIOException.class);
    assertThat(stores.orders().lookedThrough(SHOP)).isEmpty();

    stores.orderSource().down(false);
    carryOut();
    assertThat(told).hasSize(1);
  }

  @Test
  void wherever_the_worker_died_the_next_turn_misses_nothing() {
    Mortality counting = new Mortality(moment -> false);
    CheckUpTest whole = missing();
    whole.checkUp(counting).carryOut(whole.shop(), Optional.empty());
    assertThat(counting.moments()).isGreaterThan(4);
    for (int moment = 1; moment <= counting.moments(); moment++) {
      int deadly = moment;
      CheckUpTest again = missing();
      assertThatThrownBy(
              () ->
                  again
                      .checkUp(new Mortality(m -> m == deadly))
                      .carryOut(again.shop(), Optional.empty()))
          .isInstanceOf(Death.class);
      again.carryOut();

      assertThat(new LinkedHashSet<>(again.numbers())).as("died at %s", moment).hasSize(150);
      assertThat(again.stores.subscriptions().sent(SHOP)).isEqualTo(CheckUp.TOPICS);
    }
  }

  private static CheckUpTest missing() {
    CheckUpTest test = new CheckUpTest();
    for (int i = 1; i <= 150; i++) {
      test.put(i, NOW.minusSeconds(1_000L - i));
    }
    return test;
  }

  private int turns() {
    int turns = 0;
    while (!stores.outbox().scheduled().isEmpty()) {
      stores.clock().advance(Duration.ofMinutes(3));
      for (Work work : stores.outbox().takeDue()) {
        Chore.CheckUp next = (Chore.CheckUp) work;
        checkUp().carryOut(shop(), next.from());
        turns++;
      }
    }
    return turns;
  }

  private void carryOut() {
    checkUp().carryOut(shop(), Optional.empty());
  }

  private CheckUp checkUp() {
    return checkUp(new Mortality(moment -> false));
  }

  private CheckUp checkUp(Mortality mortality) {
    return new CheckUp(
        new CheckUp.Sources(
            mortality.mortal(Subscriptions.class, stores.subscriptions()),
            mortality.mortal(OrderSource.class, stores.orderSource())),
        mortality.mortal(Orders.class, stores.orders()),
        told::add,
        stores.outbox(),
        stores.meter(),
        stores.clock());
  }

  private Shop shop() {
    return stores.shops().find(SHOP).orElseThrow();
  }

  private List<String> numbers() {
    return told.stream().map(RawShopify::body).toList();
  }

  private Order put(long number, Instant updatedAt) {
    Order order =
        new Order(
            new OrderId(number),
            Optional.of(CUSTOMER),
            new Order.Origin(
                "#" + number, updatedAt, false, false, Optional.empty(), Optional.empty()),
            new Order.Bill(Optional.empty(), 1, List.of()),
            Order.Progress.heard(Payment.PAID, Optional.empty(), Optional.empty(), updatedAt),
            List.of());
    stores.orderSource().put(SHOP, order);
    return order;
  }
}
