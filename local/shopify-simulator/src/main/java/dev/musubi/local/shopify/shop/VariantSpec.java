package dev.musubi.local.shopify.shop;

import java.math.BigDecimal;

/** A variant as the merchant entered it. */
public record VariantSpec(
    long id, long inventoryItemId, String title, BigDecimal price, int stock) {
  public VariantSpec {
    Require.positive(id, "id");
    Require.positive(inventoryItemId, "inventoryItemId");
    Require.text(title, "title");
    Require.notNegative(price, "price");
    Require.notNegative(stock, "stock");
  }
}
