package dev.musubi.core.shopping;

import dev.musubi.core.people.PersonalData;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Port: the checkouts of known customers, and the tombstones that orders leave on checkouts and
 * carts; both are kept for 30 days after they were last of use.
 */
public interface Carts extends PersonalData {

  Duration KEPT = Duration.ofDays(30);

  /** Consistent: at most 100 checkouts; those that are not known are absent. */
  Map<CheckoutToken, Cart> find(ShopId shop, List<CheckoutToken> checkouts);

  /** Stores the cart if nobody stored it since the version seen. */
  Saved save(Cart cart);

  /** Leaves the tombstone on what the order names; of several orders the newest one stays. */
  void bury(ShopId shop, Names names, Tombstone tombstone);

  /**
   * Consistent: the newest tombstone on each of at most 50 checkouts or the cart it is of; without
   * one, absent.
   */
  Map<CheckoutToken, Tombstone> tombstones(ShopId shop, List<Checkout> checkouts);

  /** By which tokens an order names what it came from; an order at a till has neither. */
  record Names(Optional<CheckoutToken> checkout, Optional<CartToken> cart) {
    public Names {
      Objects.requireNonNull(checkout, "'checkout' must not be null");
      Objects.requireNonNull(cart, "'cart' must not be null");
    }

    public boolean none() {
      return checkout.isEmpty() && cart.isEmpty();
    }
  }
}
