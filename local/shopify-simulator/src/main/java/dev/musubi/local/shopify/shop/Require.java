package dev.musubi.local.shopify.shop;

import java.math.BigDecimal;

/** The checks that the simulator's records share, with one wording. */
final class Require {
  private Require() {}

  static void text(String value, String name) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("'" + name + "' must not be blank");
    }
  }

  static void positive(long value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException("'" + name + "' must be at least 1");
    }
  }

  static void notNegative(long value, String name) {
    if (value < 0) {
      throw new IllegalArgumentException("'" + name + "' must not be negative");
    }
  }

  static void notNegative(BigDecimal value, String name) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException("'" + name + "' must not be negative");
    }
  }
}
