package dev.musubi.core.shopping;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What Shopify said of one variant at {@code readAt}; {@code offered} is whether its product is
 * published and no gift card.
 */
public record VariantFacts(
    VariantId id,
    ProductId product,
    InventoryItemId item,
    Showing showing,
    boolean offered,
    Stock stock,
    Instant readAt) {

  public VariantFacts {
    Objects.requireNonNull(id, "'id' must not be null");
    Objects.requireNonNull(product, "'product' must not be null");
    Objects.requireNonNull(item, "'item' must not be null");
    Objects.requireNonNull(showing, "'showing' must not be null");
    Objects.requireNonNull(stock, "'stock' must not be null");
    Objects.requireNonNull(readAt, "'readAt' must not be null");
  }

  /** How it is shown; the only variant of a product has no title of its own. */
  public record Showing(String handle, String product, Optional<String> variant, BigDecimal price) {
    public Showing {
      Objects.requireNonNull(handle, "'handle' must not be null");
      Objects.requireNonNull(product, "'product' must not be null");
      Objects.requireNonNull(variant, "'variant' must not be null");
      Objects.requireNonNull(price, "'price' must not be null");
    }

    /** Product and variant in one line. */
    public String title() {
      return variant.map(v -> product + " / " + v).orElse(product);
    }
  }

  /**
   * How many can be bought online; what is not counted, or is sold on below zero, never runs out.
   */
  public record Stock(boolean counted, long online) {

    public boolean sellable() {
      return !counted || online > 0;
    }
  }

  public boolean sellable() {
    return offered && stock.sellable();
  }

  /** How many people can be told that it is there, at most {@code most}. */
  public int room(int most) {
    if (!sellable()) {
      return 0;
    }
    return stock.counted() ? (int) Math.min(stock.online(), most) : most;
  }
}
