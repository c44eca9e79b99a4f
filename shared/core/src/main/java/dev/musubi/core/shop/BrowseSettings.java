package dev.musubi.core.shop;

import java.time.LocalTime;
import java.util.Objects;

/**
 * What a shop chose for {@link Kind#BROWSE}: on or off, its quarter hour, 1 to 10 products, its
 * cap.
 */
public record BrowseSettings(boolean enabled, LocalTime at, int maxProducts, Cap cap) {

  public static final int MOST_PRODUCTS = 10;

  public BrowseSettings {
    Objects.requireNonNull(at, "'at' must not be null");
    Objects.requireNonNull(cap, "'cap' must not be null");
    if (at.getMinute() % 15 != 0 || at.getSecond() != 0 || at.getNano() != 0) {
      throw new IllegalArgumentException("'at' must be a quarter hour");
    }
    if (maxProducts < 1 || maxProducts > MOST_PRODUCTS) {
      throw new IllegalArgumentException("'maxProducts' must be 1 to 10");
    }
  }

  public static BrowseSettings defaults() {
    return new BrowseSettings(false, LocalTime.of(18, 0), 5, new Cap(1, 7));
  }
}
