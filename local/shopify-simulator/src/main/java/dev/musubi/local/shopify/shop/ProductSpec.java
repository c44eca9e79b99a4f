package dev.musubi.local.shopify.shop;

import java.math.BigDecimal;
import java.util.List;

/** A product as the merchant entered it, with at least one variant. */
public record ProductSpec(
    long id,
    String handle,
    String title,
    String productType,
    boolean giftCard,
    List<VariantSpec> variants) {
  /** The title that Shopify gives to the one variant of a product without options. */
  public static final String ONLY_VARIANT = "Default Title";

  public ProductSpec {
    Require.positive(id, "id");
    Handles.check(handle, "handle");
    Require.text(title, "title");
    variants = List.copyOf(variants);
    if (variants.isEmpty()) {
      throw new IllegalArgumentException("'variants' must not be empty");
    }
  }

  /**
   * A product with one variant, whose numbers are derived from the product's and differ from it.
   */
  public static ProductSpec of(
      long id, String handle, String title, String productType, BigDecimal price, int stock) {
    long variantId = id * 10 + 1;
    long inventoryItemId = id * 10 + 2;
    VariantSpec only = new VariantSpec(variantId, inventoryItemId, ONLY_VARIANT, price, stock);
    return new ProductSpec(id, handle, title, productType, false, List.of(only));
  }
}
