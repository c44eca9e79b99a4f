package dev.musubi.core.shopping;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A fulfilment's number at Shopify, 1 or more. */
public record FulfilmentId(long number) implements Comparable<FulfilmentId> {

  private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,17}");

  public FulfilmentId {
    if (number < 1) {
      throw new IllegalArgumentException("'number' must be at least 1");
    }
  }

  public static Optional<FulfilmentId> parse(String digits) {
    return digits != null && DIGITS.matcher(digits).matches()
        ? Optional.of(new FulfilmentId(Long.parseLong(digits)))
        : Optional.empty();
  }

  @Override
  public int compareTo(FulfilmentId other) {
    return Long.compare(number, Objects.requireNonNull(other).number);
  }

  @Override
  public String toString() {
    return Long.toString(number);
  }
}
