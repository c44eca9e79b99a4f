package dev.musubi.local.shopify.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An order of a customer: what was bought, how it came about, and what has become of it. */
public record Order(
    long id,
    int number,
    long customerId,
    List<Line> lines,
    OrderOrigin origin,
    Instant createdAt,
    OrderProgress progress) {

  public Order {
    lines = List.copyOf(lines);
  }

  /** A new order, paid at once or not. */
  public static Order placed(
      long id, int number, long customer, List<Line> lines, OrderOrigin origin, Instant now) {
    return new Order(
        id,
        number,
        customer,
        lines,
        origin,
        now,
        OrderProgress.placed(now, origin.payment().atOnce()));
  }

  public String name() {
    return "#" + number;
  }

  public BigDecimal total() {
    return Line.total(lines);
  }

  public Instant updatedAt() {
    return progress.updatedAt();
  }

  public Optional<Instant> cancelledAt() {
    return progress.cancelledAt();
  }

  public List<Fulfillment> fulfillments() {
    return progress.fulfillments();
  }

  public List<Refund> refunds() {
    return progress.refunds();
  }

  public FinancialStatus financialStatus() {
    if (progress.paidAt().isEmpty()) {
      return cancelledAt().isPresent() ? FinancialStatus.VOIDED : FinancialStatus.PENDING;
    }
    if (refunds().isEmpty()) {
      return FinancialStatus.PAID;
    }
    return refundable().isEmpty() ? FinancialStatus.REFUNDED : FinancialStatus.PARTIALLY_REFUNDED;
  }

  /** What has not been given back. */
  public List<Line> refundable() {
    return less(lines, refunds().stream().flatMap(refund -> refund.lines().stream()));
  }

  /** What is in no parcel that is on its way. */
  public List<Line> unshipped() {
    return less(
        lines,
        fulfillments().stream().filter(f -> !f.cancelled()).flatMap(f -> f.lines().stream()));
  }

  private static List<Line> less(List<Line> all, Stream<Line> taken) {
    List<Line> gone = taken.toList();
    return all.stream()
        .flatMap(line -> line.of(line.quantity() - Line.quantity(gone, line.variantId())).stream())
        .toList();
  }

  public boolean partlyShipped() {
    return Line.count(unshipped()) < Line.count(lines);
  }

  public boolean awaitsShipping() {
    return cancelledAt().isEmpty() && !unshipped().isEmpty();
  }

  public Order with(OrderProgress to) {
    return new Order(id, number, customerId, lines, origin, createdAt, to);
  }

  public Order paid(Instant now) {
    return with(progress.paid(now));
  }

  public Order cancelled(Instant now) {
    return with(progress.cancelled(now));
  }

  public Order refunded(Refund refund) {
    return with(progress.refunded(refund));
  }

  /** With a new parcel, or with a known one as it is now. */
  public Order shipping(Fulfillment parcel) {
    return with(progress.with(parcel));
  }

  public Order ownedBy(long customer) {
    return new Order(id, number, customer, lines, origin, createdAt, progress);
  }
}
