package dev.musubi.core.shopping;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** An order's number at Shopify, 1 or more. */
public record OrderId(long number) implements Comparable<OrderId> {

  private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,17}");

  public OrderId {
    if (number < 1) {
      throw new IllegalArgumentException("'number' must be at least 1");
    }
  }

  public static Optional<OrderId> parse(String digits) {
    return digits != null && DIGITS.matcher(digits).matches()
        ? Optional.of(new OrderId(Long.parseLong(digits)))
        : Optional.empty();
  }

  @Override
  public int compareTo(OrderId other) {
    return Long.compare(number, Objects.requireNonNull(other).number);
  }

  @Override
  public String toString() {
    return Long.toString(number);
  }
}
