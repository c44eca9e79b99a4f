package dev.musubi.local.shopify.acts;

import dev.musubi.local.shopify.shop.Payment;
import dev.musubi.local.shopify.shop.SalesChannel;
import java.util.Optional;

/**
 * What is bought and how. Without a product it is everything in the open checkout; {@code apart} is
 * a checkout of its own, as from another device, even for what lies in the open one.
 */
public record Purchase(
    Optional<String> product,
    int quantity,
    Payment payment,
    SalesChannel channel,
    boolean test,
    boolean apart) {

  public Purchase {
    if (quantity < 1) {
      throw new IllegalArgumentException("'quantity' must be at least 1");
    }
  }

  /** By card in the online store. */
  public static Purchase of(String product, int quantity) {
    return new Purchase(
        Optional.of(product), quantity, Payment.CARD, SalesChannel.WEB, false, false);
  }

  /** Everything in the open checkout. */
  public static Purchase ofCheckout(Payment payment) {
    return new Purchase(Optional.empty(), 1, payment, SalesChannel.WEB, false, false);
  }

  public Purchase paidBy(Payment other) {
    return new Purchase(product, quantity, other, channel, test, apart);
  }

  public Purchase on(SalesChannel other) {
    return new Purchase(product, quantity, payment, other, test, apart);
  }

  public Purchase asTest() {
    return new Purchase(product, quantity, payment, channel, true, apart);
  }

  public Purchase fromElsewhere() {
    return new Purchase(product, quantity, payment, channel, test, true);
  }
}
