package dev.musubi.local.shopify.admin;

/** How often a fault strikes. */
public sealed interface HowOften {
  /** The next calls, this many of them. */
  record Times(int count) implements HowOften {
    public Times {
      if (count < 1) {
        throw new IllegalArgumentException("'count' must be at least 1");
      }
    }
  }

  /** This share of all calls, between 0 and 1; the same seed strikes the same calls. */
  record Rate(double rate, long seed) implements HowOften {
    public Rate {
      if (!(rate >= 0 && rate <= 1)) {
        throw new IllegalArgumentException("'rate' must be between 0 and 1");
      }
    }
  }
}
