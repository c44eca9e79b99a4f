package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.HANA;
import static dev.musubi.testkit.contracts.Sample.HANAS;
import static dev.musubi.testkit.contracts.Sample.KEN;
import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Person;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;
import dev.musubi.core.shopping.Cart;
import dev.musubi.core.shopping.CartLine;
import dev.musubi.core.shopping.CartToken;
import dev.musubi.core.shopping.Carts;
import dev.musubi.core.shopping.Checkout;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Tombstone;
import dev.musubi.core.shopping.VariantId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What every {@link Carts} does. */
public abstract class CartsContract extends PersonalDataContract<Carts> {

  private static final CheckoutToken TOKEN = new CheckoutToken("c0ffee");
  private static final Tombstone ORDER = new Tombstone(new OrderId(1), NOON);

  @Override
  final void hold(Carts store, ShopId shop, CustomerId customer, LineUserId user) {
    store.save(cart(shop, "token-" + customer, Optional.of(customer), NOON));
  }

  @Test
  void a_cart_is_found_as_it_was_stored_and_one_version_on() {
    Cart cart = ofHana(NOON);
    assertThat(store().save(cart)).isEqualTo(Saved.DONE);
    Cart stored = cart.with(new Version(1));
    assertThat(found()).contains(stored);

    Cart judged = stored.with(new Cart.Progress.Judged());
    assertThat(store().save(judged)).isEqualTo(Saved.DONE);
    assertThat(found()).contains(judged.with(new Version(2)));
  }

  @Test
  void what_is_not_known_is_absent_and_shops_are_apart() {
    store().save(ofHana(NOON));

    assertThat(store().find(SHOP, List.of(TOKEN, new CheckoutToken("other"))))
        .containsOnlyKeys(TOKEN);
    assertThat(store().find(OTHER_SHOP, List.of(TOKEN))).isEmpty();
  }

  @Test
  void who_saw_an_older_version_loses() {
    Cart cart = ofHana(NOON);
    store().save(cart);
    assertThat(store().save(cart)).isEqualTo(Saved.LOST);
    store().save(cart.with(new Version(1)));
    assertThat(store().save(cart.with(new Version(1)))).isEqualTo(Saved.LOST);
  }

  @Test
  void of_several_who_save_at_once_one_wins() {
    Callable<Saved> racer = () -> store().save(ofHana(NOON));
    assertThat(Race.of(Collections.nCopies(4, racer))).containsOnlyOnce(Saved.DONE).hasSize(4);
  }

  @Test
  void a_cart_is_kept_for_thirty_days_after_its_last_use_and_may_then_begin_anew() {
    store().save(ofHana(NOON));
    setNow(NOON.plus(Carts.KEPT).minusSeconds(1));
    assertThat(found()).isPresent();

    setNow(NOON.plus(Carts.KEPT));
    assertThat(found()).isEmpty();
    assertThat(store().save(ofHana(now()))).isEqualTo(Saved.DONE);
    assertThat(found()).isPresent();
  }

  @Test
  void an_order_is_found_by_the_checkout_that_it_names() {
    store().bury(SHOP, new Carts.Names(Optional.of(TOKEN), Optional.empty()), ORDER);

    assertThat(tombstone()).contains(ORDER);
    assertThat(store().tombstones(OTHER_SHOP, List.of(ofHana(NOON).newest()))).isEmpty();
  }

  @Test
  void an_order_is_found_by_the_cart_that_it_names_and_not_by_a_checkout_of_that_name() {
    store()
        .bury(SHOP, new Carts.Names(Optional.empty(), Optional.of(new CartToken("ca57"))), ORDER);
    assertThat(tombstone()).contains(ORDER);

    store()
        .bury(
            OTHER_SHOP,
            new Carts.Names(Optional.empty(), Optional.of(new CartToken(TOKEN.value()))),
            ORDER);
    assertThat(store().tombstones(OTHER_SHOP, List.of(ofHana(NOON).newest()))).isEmpty();
  }

  @Test
  void of_several_orders_the_newest_stays_whichever_comes_first() {
    Carts.Names names = new Carts.Names(Optional.of(TOKEN), Optional.of(new CartToken("ca57")));
    Tombstone newer = new Tombstone(new OrderId(2), NOON.plusSeconds(1));
    store().bury(SHOP, names, newer);
    store().bury(SHOP, names, ORDER);
    store().bury(SHOP, names, newer);

    assertThat(tombstone()).contains(newer);
  }

  @Test
  void a_tombstone_stands_for_thirty_days_after_the_order() {
    store().bury(SHOP, new Carts.Names(Optional.of(TOKEN), Optional.empty()), ORDER);
    setNow(NOON.plus(Carts.KEPT).minusSeconds(1));
    assertThat(tombstone()).isPresent();

    setNow(NOON.plus(Carts.KEPT));
    assertThat(tombstone()).isEmpty();
  }

  @Test
  void a_cart_that_has_become_somebody_elses_is_not_erased_with_the_first_customer() {
    store().save(ofHana(NOON));
    Cart kens =
        cart(SHOP, TOKEN.value(), Optional.of(KEN), NOON.plusSeconds(60)).with(new Version(1));
    store().save(kens);

    store().erase(SHOP, Person.of(HANA, HANAS));

    assertThat(found()).contains(kens.with(new Version(2)));
    assertThat(store().export(SHOP, Person.of(HANA))).isEmpty();
    store().erase(SHOP, Person.of(KEN));
    assertThat(found()).isEmpty();
  }

  @Test
  void a_cart_without_a_customer_is_kept_and_is_nobodys() {
    store().save(ofHana(NOON));
    store()
        .save(
            cart(SHOP, TOKEN.value(), Optional.empty(), NOON.plusSeconds(1)).with(new Version(1)));

    assertThat(found()).isPresent();
    assertThat(store().export(SHOP, Person.of(HANA))).isEmpty();
  }

  @Test
  void a_moved_cart_is_found_under_its_new_customer() {
    store().save(ofHana(NOON));
    store().move(SHOP, HANA, KEN);

    assertThat(found().orElseThrow().newest().customer()).contains(KEN);
    assertThat(store().save(ofHana(NOON).with(new Version(1)))).isEqualTo(Saved.LOST);
  }

  private Optional<Cart> found() {
    return Optional.ofNullable(store().find(SHOP, List.of(TOKEN)).get(TOKEN));
  }

  private Optional<Tombstone> tombstone() {
    return Optional.ofNullable(store().tombstones(SHOP, List.of(ofHana(NOON).newest())).get(TOKEN));
  }

  private static Cart ofHana(Instant used) {
    return cart(SHOP, TOKEN.value(), Optional.of(HANA), used);
  }

  private static Cart cart(ShopId shop, String token, Optional<CustomerId> customer, Instant used) {
    CartLine line =
        new CartLine(
            new CartLine.Item(
                new ProductId(101), Optional.of(new VariantId(201)), Optional.of("50 g")),
            2,
            new BigDecimal("1234.00"),
            false);
    Checkout checkout =
        new Checkout(
            new CheckoutToken(token),
            Optional.of(new CartToken("ca57")),
            customer,
            List.of(line),
            Optional.of(URI.create("https://hinode.example/checkouts/c0ffee/recover?key=k")),
            new Checkout.Times(used, used, used, Optional.empty()));
    Instant due = used.plus(Duration.ofHours(1));
    return new Cart(
        shop,
        checkout,
        new Cart.Round(1, used, new Cart.Progress.Planned(1, due, false)),
        Version.NONE);
  }
}
