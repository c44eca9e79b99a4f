package dev.musubi.core.shopping;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a product's variant at Shopify, 1 or more. */
public record VariantId(long number) implements Comparable<VariantId> {

  private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,17}");

  public VariantId {
    if (number < 1) {
      throw new IllegalArgumentException("'number' must be at least 1");
    }
  }

  public static Optional<VariantId> parse(String digits) {
    return digits != null && DIGITS.matcher(digits).matches()
        ? Optional.of(new VariantId(Long.parseLong(digits)))
        : Optional.empty();
  }

  @Override
  public int compareTo(VariantId other) {
    return Long.compare(number, Objects.requireNonNull(other).number);
  }

  @Override
  public String toString() {
    return Long.toString(number);
  }
}
