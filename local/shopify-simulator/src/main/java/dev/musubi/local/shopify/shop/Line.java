package dev.musubi.local.shopify.shop;

import java.math.BigDecimal;

/** One line of a checkout or an order, with the price at which it was taken. */
public record Line(
    long productId,
    long variantId,
    String title,
    String variantTitle,
    BigDecimal price,
    int quantity) {

  public Line {
    Require.positive(quantity, "quantity");
  }

  public BigDecimal total() {
    return price.multiply(BigDecimal.valueOf(quantity));
  }

  public Line more(int by) {
    return new Line(productId, variantId, title, variantTitle, price, quantity + by);
  }
}
