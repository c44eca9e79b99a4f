package dev.musubi.local.shopify.shop;

import java.math.BigDecimal;
import java.time.Instant;

/** A variant as it is now; {@code oldStock} is the stock before its last change. */
public record Variant(
    long id,
    long inventoryItemId,
    String title,
    BigDecimal price,
    int stock,
    int oldStock,
    Instant updatedAt) {

  static Variant opened(VariantSpec spec, Instant now) {
    return new Variant(
        spec.id(),
        spec.inventoryItemId(),
        spec.title(),
        spec.price(),
        spec.stock(),
        spec.stock(),
        now);
  }

  public Variant withStock(int to, Instant now) {
    Require.notNegative(to, "stock");
    return new Variant(id, inventoryItemId, title, price, to, stock, now);
  }

  public Variant withPrice(BigDecimal to, Instant now) {
    Require.notNegative(to, "price");
    return new Variant(id, inventoryItemId, title, to, stock, oldStock, now);
  }
}
