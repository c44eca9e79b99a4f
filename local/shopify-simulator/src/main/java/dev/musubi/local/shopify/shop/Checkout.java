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
    return lines.stream()
        .filter(line -> line.variantId() == variantId)
        .mapToInt(Line::quantity)
        .sum();
  }

  public Checkout adding(Line added, Instant now) {
    List<Line> all = new ArrayList<>();
    lines.forEach(
        line ->
            all.add(line.variantId() == added.variantId() ? line.more(added.quantity()) : line));
    if (!holds(added.variantId())) {
      all.add(added);
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
