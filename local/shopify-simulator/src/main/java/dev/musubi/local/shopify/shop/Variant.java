package dev.musubi.local.shopify.shop;

import java.math.BigDecimal;
import java.time.Instant;

/** A variant as it is now. */
public record Variant(
    long id,
    long inventoryItemId,
    String title,
    BigDecimal price,
    Inventory inventory,
    Instant updatedAt) {

  static Variant opened(VariantSpec spec, Instant now) {
    return new Variant(
        spec.id(),
        spec.inventoryItemId(),
        spec.title(),
        spec.price(),
        Inventory.opened(spec.stock()),
        now);
  }

  /** Over all locations. */
  public int stock() {
    return inventory.sum();
  }

  public Variant with(Inventory to, Instant now) {
    return new Variant(id, inventoryItemId, title, price, to, now);
  }

  public Variant withPrice(BigDecimal to, Instant now) {
    Require.notNegative(to, "price");
    return new Variant(id, inventoryItemId, title, to, inventory, now);
  }
}
