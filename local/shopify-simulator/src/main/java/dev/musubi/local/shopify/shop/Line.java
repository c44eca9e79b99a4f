package dev.musubi.local.shopify.shop;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

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

  public static BigDecimal total(List<Line> lines) {
    return lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** How many items there are in all. */
  public static int count(List<Line> lines) {
    return lines.stream().mapToInt(Line::quantity).sum();
  }

  /** How many there are of one variant. */
  public static int quantity(List<Line> lines, long variantId) {
    return lines.stream()
        .filter(line -> line.variantId() == variantId)
        .mapToInt(Line::quantity)
        .sum();
  }

  public Line more(int by) {
    return new Line(productId, variantId, title, variantTitle, price, quantity + by);
  }

  /** The same with another quantity; nothing at 0. */
  public Optional<Line> of(int wanted) {
    return wanted <= 0
        ? Optional.empty()
        : Optional.of(new Line(productId, variantId, title, variantTitle, price, wanted));
  }
}
