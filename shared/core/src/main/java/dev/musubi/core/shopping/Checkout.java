package dev.musubi.core.shopping;

import dev.musubi.core.people.CustomerId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A checkout as one webhook tells it: whose it is, if that is known, what is in it (at most {@value
 * #MOST_LINES} lines), and the address that restores it.
 */
public record Checkout(
    CheckoutToken token,
    Optional<CartToken> cart,
    Optional<CustomerId> customer,
    List<CartLine> lines,
    Optional<URI> recovery,
    Times times) {

  public static final int MOST_LINES = 100;

  public Checkout {
    Objects.requireNonNull(token, "'token' must not be null");
    Objects.requireNonNull(cart, "'cart' must not be null");
    Objects.requireNonNull(customer, "'customer' must not be null");
    Objects.requireNonNull(recovery, "'recovery' must not be null");
    Objects.requireNonNull(times, "'times' must not be null");
    lines = lines.stream().limit(MOST_LINES).toList();
  }

  /**
   * When it was begun, used and completed by Shopify's clock, and when this was told: Shopify's
   * times of use are whole seconds, and two webhooks of one second have to be told apart.
   */
  public record Times(Instant begun, Instant used, Instant told, Optional<Instant> completed) {
    public Times {
      Objects.requireNonNull(begun, "'begun' must not be null");
      Objects.requireNonNull(used, "'used' must not be null");
      Objects.requireNonNull(told, "'told' must not be null");
      Objects.requireNonNull(completed, "'completed' must not be null");
    }

    boolean newerThan(Times other) {
      return used.isAfter(other.used) || (used.equals(other.used) && told.isAfter(other.told));
    }
  }

  public List<ProductId> products() {
    return lines.stream().map(line -> line.item().product()).distinct().toList();
  }

  /** The same checkout with an address that may be given to the customer, or without one. */
  public Checkout with(Optional<URI> trusted) {
    return new Checkout(token, cart, customer, lines, trusted, times);
  }

  /** The same checkout as it is held for another customer, as when Shopify merges two. */
  public Checkout of(CustomerId other) {
    return new Checkout(token, cart, Optional.of(other), lines, recovery, times);
  }

  /** Whether there is anybody to remind of anything. */
  boolean remindable() {
    return customer.isPresent() && !lines.isEmpty() && times.completed().isEmpty();
  }
}
