package dev.musubi.core.shopping;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A product's number at Shopify, 1 or more. */
public record ProductId(long number) implements Comparable<ProductId> {

  private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,17}");

  public ProductId {
    if (number < 1) {
      throw new IllegalArgumentException("'number' must be at least 1");
    }
  }

  public static Optional<ProductId> parse(String digits) {
    return digits != null && DIGITS.matcher(digits).matches()
        ? Optional.of(new ProductId(Long.parseLong(digits)))
        : Optional.empty();
  }

  @Override
  public int compareTo(ProductId other) {
    return Long.compare(number, Objects.requireNonNull(other).number);
  }

  @Override
  public String toString() {
    return Long.toString(number);
  }
}
