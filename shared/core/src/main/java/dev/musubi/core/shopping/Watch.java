package dev.musubi.core.shopping;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.PersonalData;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A customer waits, since a time in milliseconds, to be told that a variant is in stock; it is the
 * customer's, linked or not.
 */
public record Watch(CustomerId customer, ProductId product, VariantId variant, Instant since) {

  public Watch {
    Objects.requireNonNull(customer, "'customer' must not be null");
    Objects.requireNonNull(product, "'product' must not be null");
    Objects.requireNonNull(variant, "'variant' must not be null");
    since = since.truncatedTo(ChronoUnit.MILLIS);
  }

  public Place place() {
    return Place.of(variant, customer, since);
  }

  /**
   * The order that made it needless, if one did. Orders name products: who bought another variant
   * of the product counts as having bought.
   */
  public Optional<Purchase> fulfilledBy(List<Purchase> orders) {
    return orders.stream()
        .filter(order -> !order.cancelled())
        .filter(order -> !order.at().isBefore(since))
        .filter(order -> order.products().contains(product))
        .findFirst();
  }

  /** The same wish of the customer with whom this one was merged, at the better of two places. */
  public Watch movedTo(CustomerId other, Instant theirs) {
    return new Watch(other, product, variant, since.isBefore(theirs) ? since : theirs);
  }

  /** That somebody was told of a variant, for the person to read. */
  public static PersonalData.Holding toldHolding(VariantId variant) {
    return new PersonalData.Holding("was told of a restock", "variant " + variant);
  }

  /** What is held, for the person to read. */
  public PersonalData.Holding holding() {
    return new PersonalData.Holding(
        "waits for product " + product, "variant " + variant + ", since " + since);
  }
}
