package dev.musubi.core.shopping;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of a checkout: which variant of which product, how it is named if it has a name, how
 * many at which price each in the shop's currency, and whether it is a gift card.
 */
public record CartLine(Item item, int quantity, BigDecimal price, boolean giftCard) {

  public CartLine {
    Objects.requireNonNull(item, "'item' must not be null");
    Objects.requireNonNull(price, "'price' must not be null");
    if (quantity < 1) {
      throw new IllegalArgumentException("'quantity' must be at least 1");
    }
  }

  /** What is in the line; a variant without a name is its product's only one. */
  public record Item(ProductId product, Optional<VariantId> variant, Optional<String> name) {
    public Item {
      Objects.requireNonNull(product, "'product' must not be null");
      Objects.requireNonNull(variant, "'variant' must not be null");
      Objects.requireNonNull(name, "'name' must not be null");
    }
  }

  public BigDecimal total() {
    return price.multiply(BigDecimal.valueOf(quantity));
  }
}
