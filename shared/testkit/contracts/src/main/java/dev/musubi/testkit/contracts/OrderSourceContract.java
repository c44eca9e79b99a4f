package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderSource;
import dev.musubi.core.shopping.Payment;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link OrderSource} does. */
public abstract class OrderSourceContract {

  private static final int MORE_THAN_A_PAGE = 101;

  private OrderSource source;

  /** For two shops without orders. */
  protected abstract OrderSource of(ShopId shop, ShopId another);

  /** An order is placed in that shop at noon, paid at once, by a customer. */
  protected abstract void place(ShopId shop);

  /** From now on Shopify does not answer. */
  protected abstract void unreachable();

  @BeforeEach
  final void start() {
    source = of(SHOP, OTHER_SHOP);
  }

  @Test
  void an_order_that_changed_is_listed_by_its_number_and_read_by_it() {
    place(SHOP);
    OrderSource.Page page = source.changed(SHOP, NOON, Optional.empty());

    assertThat(page.next()).isEmpty();
    assertThat(page.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.at()).isEqualTo(NOON);
              Order order = source.read(SHOP, change.order()).orElseThrow();
              assertThat(order.id()).isEqualTo(change.order());
              assertThat(order.customer()).isPresent();
              assertThat(order.progress().payment()).isEqualTo(Payment.PAID);
              assertThat(order.progress().updatedAt()).isEqualTo(NOON);
            });
  }

  @Test
  void what_changed_before_is_not_listed() {
    place(SHOP);

    assertThat(source.changed(SHOP, NOON.plusSeconds(1), Optional.empty()).changes()).isEmpty();
  }

  @Test
  void one_shops_orders_are_nothing_to_another() {
    place(SHOP);
    OrderId order = source.changed(SHOP, NOON, Optional.empty()).changes().getFirst().order();

    assertThat(source.changed(OTHER_SHOP, Instant.EPOCH, Optional.empty()).changes()).isEmpty();
    assertThat(source.read(OTHER_SHOP, order)).isEmpty();
  }

  @Test
  void an_order_that_does_not_exist_is_absent() {
    assertThat(source.read(SHOP, new OrderId(9_999_999))).isEmpty();
  }

  @Test
  void more_than_a_page_comes_page_by_page_each_order_once() {
    for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
      place(SHOP);
    }
    OrderSource.Page first = source.changed(SHOP, NOON, Optional.empty());
    OrderSource.Page second = source.changed(SHOP, NOON, first.next());
    List<OrderSource.Change> all = new ArrayList<>(first.changes());
    all.addAll(second.changes());

    assertThat(first.changes()).hasSize(MORE_THAN_A_PAGE - 1);
    assertThat(first.next()).isPresent();
    assertThat(second.next()).isEmpty();
    assertThat(all).hasSize(MORE_THAN_A_PAGE).doesNotHaveDuplicates();
  }

  @Test
  void a_shopify_that_does_not_answer_is_told() {
    unreachable();

    assertThatThrownBy(() -> source.read(SHOP, new OrderId(1)))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> source.changed(SHOP, NOON, Optional.empty()))
        .isInstanceOf(UncheckedIOException.class);
  }
}
