package dev.musubi.local.shopify.shop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has become of an order so far. */
public record OrderProgress(
    Instant updatedAt,
    Optional<Instant> paidAt,
    Optional<Instant> cancelledAt,
    List<Refund> refunds,
    List<Fulfillment> fulfillments) {

  public OrderProgress {
    refunds = List.copyOf(refunds);
    fulfillments = List.copyOf(fulfillments);
  }

  static OrderProgress placed(Instant now, boolean paid) {
    return new OrderProgress(
        now, Optional.of(now).filter(at -> paid), Optional.empty(), List.of(), List.of());
  }

  OrderProgress paid(Instant now) {
    return new OrderProgress(now, Optional.of(now), cancelledAt, refunds, fulfillments);
  }

  OrderProgress cancelled(Instant now) {
    return new OrderProgress(now, paidAt, Optional.of(now), refunds, fulfillments);
  }

  OrderProgress refunded(Refund refund) {
    List<Refund> all = new ArrayList<>(refunds);
    all.add(refund);
    return new OrderProgress(refund.createdAt(), paidAt, cancelledAt, all, fulfillments);
  }

  /** With this parcel, in place of the one of the same number if there is one. */
  OrderProgress with(Fulfillment parcel) {
    List<Fulfillment> all = new ArrayList<>(fulfillments);
    all.removeIf(known -> known.id() == parcel.id());
    all.add(Math.min(parcel.sequence() - 1, all.size()), parcel);
    return new OrderProgress(parcel.updatedAt(), paidAt, cancelledAt, refunds, all);
  }
}
