package dev.musubi.local.shopify.shop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A checkout, known by its token: since 2026-04 it has no number. */
public record Checkout(
    String token,
    String cartToken,
    String key,
    long customerId,
    List<Line> lines,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> completedAt) {

  public Checkout {
    lines = List.copyOf(lines);
  }

  public boolean holds(long variantId) {
    return lines.stream().anyMatch(line -> line.variantId() == variantId);
  }

  public int quantity(long variantId) {
    return Line.quantity(lines, variantId);
  }

  /** With this line for a variant in place of the one there was, or without one. */
  public Checkout with(long variantId, Optional<Line> line, Instant now) {
    List<Line> all = new ArrayList<>();
    lines.forEach(
        known -> {
          if (known.variantId() != variantId) {
            all.add(known);
          } else {
            line.map(to -> known.of(to.quantity()).orElseThrow()).ifPresent(all::add);
          }
        });
    if (!holds(variantId)) {
      line.ifPresent(all::add);
    }
    return new Checkout(token, cartToken, key, customerId, all, createdAt, now, completedAt);
  }

  public Checkout completed(Instant now) {
    return new Checkout(token, cartToken, key, customerId, lines, createdAt, now, Optional.of(now));
  }

  public Checkout ownedBy(long customer) {
    return new Checkout(token, cartToken, key, customer, lines, createdAt, updatedAt, completedAt);
  }
}
