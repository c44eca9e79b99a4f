package dev.musubi.local.shopify.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A paid order of a customer, tied to its checkout by the checkout's token. */
public record Order(
    long id,
    int number,
    long customerId,
    List<Line> lines,
    String checkoutToken,
    String cartToken,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> cancelledAt,
    List<Fulfillment> fulfillments) {

  public Order {
    lines = List.copyOf(lines);
    fulfillments = List.copyOf(fulfillments);
  }

  public String name() {
    return "#" + number;
  }

  public BigDecimal total() {
    return lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public boolean awaitsShipping() {
    return cancelledAt.isEmpty() && fulfillments.isEmpty();
  }

  public Order shipped(Fulfillment parcel) {
    List<Fulfillment> parcels = new ArrayList<>(fulfillments);
    parcels.add(parcel);
    return with(customerId, parcel.createdAt(), cancelledAt, parcels);
  }

  public Order cancelled(Instant now) {
    return with(customerId, now, Optional.of(now), fulfillments);
  }

  public Order ownedBy(long customer) {
    return with(customer, updatedAt, cancelledAt, fulfillments);
  }

  private Order with(
      long customer, Instant updated, Optional<Instant> cancelled, List<Fulfillment> parcels) {
    return new Order(
        id,
        number,
        customer,
        lines,
        checkoutToken,
        cartToken,
        createdAt,
        updated,
        cancelled,
        parcels);
  }
}
