package dev.musubi.testkit.memory;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;
import dev.musubi.core.shopping.Cart;
import dev.musubi.core.shopping.CartToken;
import dev.musubi.core.shopping.Carts;
import dev.musubi.core.shopping.Checkout;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.core.shopping.Tombstone;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@link Carts} in memory. */
public final class MemoryCarts implements Carts {

  private record Key(ShopId shop, CheckoutToken checkout) {}

  /** A checkout or a cart; both sorts of token may read the same. */
  private record Grave(ShopId shop, Optional<CheckoutToken> checkout, Optional<CartToken> cart) {}

  private final InstantSource clock;
  private final Map<Key, Cart> carts = new HashMap<>();
  private final Map<Grave, Tombstone> graves = new HashMap<>();

  public MemoryCarts(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Map<CheckoutToken, Cart> find(ShopId shop, List<CheckoutToken> checkouts) {
    Limits.atMost100(checkouts);
    Map<CheckoutToken, Cart> found = new LinkedHashMap<>();
    checkouts.forEach(
        token -> live(new Key(shop, token)).ifPresent(cart -> found.put(token, cart)));
    return found;
  }

  @Override
  public synchronized Saved save(Cart cart) {
    Key key = new Key(cart.shop(), cart.newest().token());
    Version standing = live(key).map(Cart::version).orElse(Version.NONE);
    if (!standing.equals(cart.version())) {
      return Saved.LOST;
    }
    carts.put(key, cart.with(cart.version().next()));
    return Saved.DONE;
  }

  @Override
  public synchronized void bury(ShopId shop, Names names, Tombstone tombstone) {
    graves(shop, names).forEach(grave -> graves.merge(grave, tombstone, MemoryCarts::newer));
  }

  @Override
  public synchronized Map<CheckoutToken, Tombstone> tombstones(
      ShopId shop, List<Checkout> checkouts) {
    Limits.atMost100(checkouts);
    Map<CheckoutToken, Tombstone> found = new LinkedHashMap<>();
    for (Checkout checkout : checkouts) {
      graves(shop, new Names(Optional.of(checkout.token()), checkout.cart()))
          .flatMap(grave -> Optional.ofNullable(graves.get(grave)).stream())
          .filter(tombstone -> tombstone.at().plus(KEPT).isAfter(clock.instant()))
          .reduce(MemoryCarts::newer)
          .ifPresent(tombstone -> found.put(checkout.token(), tombstone));
    }
    return found;
  }

  @Override
  public synchronized void erase(ShopId shop, Person person) {
    person.customer().ifPresent(customer -> carts.values().removeIf(of(shop, customer)));
  }

  @Override
  public synchronized void move(ShopId shop, CustomerId from, CustomerId to) {
    if (!from.equals(to)) {
      carts.replaceAll(
          (key, cart) ->
              of(shop, from).test(cart) ? cart.of(to).with(cart.version().next()) : cart);
    }
  }

  @Override
  public synchronized List<Holding> export(ShopId shop, Person person) {
    return person.customer().stream()
        .flatMap(customer -> carts.values().stream().filter(of(shop, customer)))
        .sorted(Comparator.comparing(cart -> cart.newest().token().value()))
        .map(Cart::holding)
        .toList();
  }

  private Optional<Cart> live(Key key) {
    return Optional.ofNullable(carts.get(key))
        .filter(cart -> cart.usedAt().plus(KEPT).isAfter(clock.instant()));
  }

  private static Predicate<Cart> of(ShopId shop, CustomerId customer) {
    return cart ->
        cart.shop().equals(shop) && cart.newest().customer().equals(Optional.of(customer));
  }

  private static Stream<Grave> graves(ShopId shop, Names names) {
    return Stream.concat(
        names.checkout().stream().map(t -> new Grave(shop, Optional.of(t), Optional.empty())),
        names.cart().stream().map(t -> new Grave(shop, Optional.empty(), Optional.of(t))));
  }

  private static Tombstone newer(Tombstone one, Tombstone other) {
    return other.at().isAfter(one.at()) ? other : one;
  }
}
