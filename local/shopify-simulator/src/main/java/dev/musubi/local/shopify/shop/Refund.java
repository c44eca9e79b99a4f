package dev.musubi.local.shopify.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Money that was given back for some of an order's items. */
public record Refund(long id, List<Line> lines, boolean restocked, Instant createdAt) {
  public Refund {
    lines = List.copyOf(lines);
  }

  public BigDecimal total() {
    return Line.total(lines);
  }
}
