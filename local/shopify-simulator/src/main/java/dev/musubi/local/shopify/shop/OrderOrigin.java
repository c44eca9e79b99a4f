package dev.musubi.local.shopify.shop;

import java.util.Optional;

/** How an order came about; only what was bought on the web has passed through a checkout. */
public record OrderOrigin(
    Optional<CheckoutTokens> checkout, SalesChannel channel, boolean test, Payment payment) {

  /** The two names by which an order and a checkout find each other. */
  public record CheckoutTokens(String checkoutToken, String cartToken) {}
}
