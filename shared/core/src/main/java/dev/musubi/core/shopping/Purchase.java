package dev.musubi.core.shopping;

import dev.musubi.core.people.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An order as far as it matters: who bought which products when, and whether it was cancelled
 * since.
 */
public record Purchase(
    OrderId order, CustomerId customer, Instant at, List<ProductId> products, boolean cancelled) {

  public Purchase {
    Objects.requireNonNull(order, "'order' must not be null");
    Objects.requireNonNull(customer, "'customer' must not be null");
    Objects.requireNonNull(at, "'at' must not be null");
    products = List.copyOf(products);
  }
}
