package dev.musubi.core.shopping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.ShopId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CartTest {

  private static final Instant TEN = Instant.parse("2026-03-01T01:00:00Z");
  private static final ShopId SHOP = new ShopId("hinode");
  private static final CustomerId HANA = new CustomerId(7);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final List<Duration> AFTER = List.of(HOUR);
  private static final Optional<Tombstone> NONE = Optional.empty();

  @Test
  void it_begins_with_its_first_use_and_is_due_so_long_after_it() {
    assertThat(begun(used(TEN)).round())
        .isEqualTo(new Cart.Round(1, TEN, new Cart.Progress.Planned(1, TEN.plus(HOUR), false)));
  }

  @Test
  void without_a_customer_or_without_lines_or_once_it_is_bought_nothing_begins() {
    Optional<Tombstone> bought = Optional.of(new Tombstone(new OrderId(1), TEN));
    assertThat(Cart.begun(SHOP, checkout(TEN, TEN, Optional.empty(), 1), NONE, HOUR)).isEmpty();
    assertThat(Cart.begun(SHOP, checkout(TEN, TEN, Optional.of(HANA), 0), NONE, HOUR)).isEmpty();
    assertThat(Cart.begun(SHOP, used(TEN), bought, HOUR)).isEmpty();
  }

  @Test
  void of_two_webhooks_of_the_same_second_the_one_told_later_is_newer() {
    Checkout first = checkout(TEN, TEN.plusMillis(100), Optional.of(HANA), 1);
    Checkout second = checkout(TEN, TEN.plusMillis(900), Optional.of(HANA), 2);

    assertThat(begun(first).heard(second, NONE, AFTER).newest()).isEqualTo(second);
    assertThat(begun(second).heard(first, NONE, AFTER).newest()).isEqualTo(second);
  }

  @Test
  void used_again_while_its_reminder_is_open_it_stays_the_same_generation() {
    Cart cart = begun(used(TEN)).heard(used(TEN.plusSeconds(60)), NONE, AFTER);

    assertThat(cart.round()).isEqualTo(begun(used(TEN)).round());
    assertThat(cart.usedAt()).isEqualTo(TEN.plusSeconds(60));
  }

  @Test
  void used_again_after_it_was_judged_it_is_the_next_generation() {
    Instant again = TEN.plus(Duration.ofHours(2));
    Cart cart = begun(used(TEN)).with(new Cart.Progress.Judged()).heard(used(again), NONE, AFTER);

    assertThat(cart.round())
        .isEqualTo(new Cart.Round(2, again, new Cart.Progress.Planned(1, again.plus(HOUR), false)));
  }

  @Test
  void the_last_touches_of_a_purchase_are_no_new_use_and_a_later_one_is() {
    Optional<Tombstone> bought = Optional.of(new Tombstone(new OrderId(1), TEN.plusSeconds(60)));
    Instant afterglow = TEN.plusSeconds(60).plus(Cart.AFTERGLOW);
    Cart touched = begun(used(TEN)).heard(used(afterglow), bought, AFTER);
    assertThat(touched.round().generation()).isEqualTo(1);
    assertThat(touched.boughtBy(bought)).contains(new OrderId(1));

    Cart anew = touched.heard(used(afterglow.plusSeconds(1)), bought, AFTER);
    assertThat(anew.round().generation()).isEqualTo(2);
    assertThat(anew.boughtBy(bought)).isEmpty();
  }

  @Test
  void a_reminder_that_never_came_back_is_not_waited_for_longer_than_it_was_of_use() {
    Instant stale = TEN.plus(HOUR).plus(Cart.GOOD_FOR);
    assertThat(begun(used(TEN)).heard(used(stale), NONE, AFTER).round().generation()).isEqualTo(1);
    assertThat(begun(used(TEN)).heard(used(stale.plusSeconds(1)), NONE, AFTER).round().generation())
        .isEqualTo(2);
  }

  @Test
  void in_somebody_elses_hands_it_is_the_next_generation() {
    Checkout kens = checkout(TEN.plusSeconds(60), TEN, Optional.of(new CustomerId(8)), 1);
    assertThat(begun(used(TEN)).heard(kens, NONE, AFTER).round().generation()).isEqualTo(2);
  }

  private static Cart begun(Checkout checkout) {
    return Cart.begun(SHOP, checkout, NONE, HOUR).orElseThrow();
  }

  private static Checkout used(Instant at) {
    return checkout(at, at, Optional.of(HANA), 1);
  }

  private static Checkout checkout(
      Instant used, Instant told, Optional<CustomerId> customer, int lines) {
    CartLine.Item tea =
        new CartLine.Item(new ProductId(1), Optional.of(new VariantId(2)), Optional.empty());
    CartLine line = new CartLine(tea, 1, BigDecimal.TEN, false);
    return new Checkout(
        new CheckoutToken("c0ffee"),
        Optional.empty(),
        customer,
        List.of(line, line).subList(0, lines),
        Optional.empty(),
        new Checkout.Times(TEN, used, told, Optional.empty()));
  }
}
