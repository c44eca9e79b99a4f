package dev.musubi.core.people;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Shopify customer's number, 1 or more; it means nothing without its shop. */
public record CustomerId(long number) implements Comparable<CustomerId> {

  private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,17}");

  public CustomerId {
    if (number < 1) {
      throw new IllegalArgumentException("'number' must be at least 1");
    }
  }

  public static Optional<CustomerId> parse(String digits) {
    return digits != null && DIGITS.matcher(digits).matches()
        ? Optional.of(new CustomerId(Long.parseLong(digits)))
        : Optional.empty();
  }

  @Override
  public int compareTo(CustomerId other) {
    return Long.compare(number, Objects.requireNonNull(other).number);
  }

  @Override
  public String toString() {
    return Long.toString(number);
  }
}
