package dev.musubi.core.shopping;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of what Shopify counts of a variant over all locations, 1 or more. */
public record InventoryItemId(long number) implements Comparable<InventoryItemId> {

  private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,17}");

  public InventoryItemId {
    if (number < 1) {
      throw new IllegalArgumentException("'number' must be at least 1");
    }
  }

  public static Optional<InventoryItemId> parse(String digits) {
    return digits != null && DIGITS.matcher(digits).matches()
        ? Optional.of(new InventoryItemId(Long.parseLong(digits)))
        : Optional.empty();
  }

  @Override
  public int compareTo(InventoryItemId other) {
    return Long.compare(number, Objects.requireNonNull(other).number);
  }

  @Override
  public String toString() {
    return Long.toString(number);
  }
}
