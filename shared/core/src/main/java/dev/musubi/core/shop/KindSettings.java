package dev.musubi.core.shop;

import java.util.Objects;
import java.util.Optional;

/** What a shop chose for each kind of message. */
public record KindSettings(
    CartSettings cart,
    BrowseSettings browse,
    RestockSettings restock,
    ServiceSettings order,
    ServiceSettings shipping) {

  public KindSettings {
    Objects.requireNonNull(cart, "'cart' must not be null");
    Objects.requireNonNull(browse, "'browse' must not be null");
    Objects.requireNonNull(restock, "'restock' must not be null");
    Objects.requireNonNull(order, "'order' must not be null");
    Objects.requireNonNull(shipping, "'shipping' must not be null");
  }

  public static KindSettings defaults() {
    return new KindSettings(
        CartSettings.defaults(),
        BrowseSettings.defaults(),
        RestockSettings.defaults(),
        ServiceSettings.defaults(),
        ServiceSettings.defaults());
  }

  public KindSettings with(CartSettings changed) {
    return new KindSettings(changed, browse, restock, order, shipping);
  }

  public KindSettings with(BrowseSettings changed) {
    return new KindSettings(cart, changed, restock, order, shipping);
  }

  public KindSettings with(RestockSettings changed) {
    return new KindSettings(cart, browse, changed, order, shipping);
  }

  public KindSettings withOrder(ServiceSettings changed) {
    return new KindSettings(cart, browse, restock, changed, shipping);
  }

  public KindSettings withShipping(ServiceSettings changed) {
    return new KindSettings(cart, browse, restock, order, changed);
  }

  public boolean enabled(Kind kind) {
    return switch (kind) {
      case CART -> cart.enabled();
      case BROWSE -> browse.enabled();
      case RESTOCK -> restock.enabled();
      case ORDER -> order.enabled();
      case SHIPPING -> shipping.enabled();
    };
  }

  /** The kind's frequency limit, if it has one. */
  public Optional<Cap> cap(Kind kind) {
    return switch (kind) {
      case CART -> Optional.of(cart.cap());
      case BROWSE -> Optional.of(browse.cap());
      case RESTOCK, ORDER, SHIPPING -> Optional.empty();
    };
  }

  /** How who is no friend is told by phone, if the shop may. */
  public Optional<PhoneNotice> byPhone(Kind kind) {
    return switch (kind) {
      case CART, BROWSE, RESTOCK -> Optional.empty();
      case ORDER -> order.byPhone();
      case SHIPPING -> shipping.byPhone();
    };
  }

  /** Whether the kind waits for the end of the quiet hours. */
  public boolean keepsQuiet(Kind kind) {
    return switch (kind) {
      case CART, BROWSE, RESTOCK -> true;
      case ORDER -> !order.atNight();
      case SHIPPING -> !shipping.atNight();
    };
  }
}
