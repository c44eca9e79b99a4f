package dev.musubi.local.shopify.shop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A parcel of an order, with what is in it; the first of an order has the sequence 1. */
public record Fulfillment(
    long id,
    int sequence,
    List<Line> lines,
    Optional<Tracking> tracking,
    ParcelState state,
    Instant createdAt,
    Instant updatedAt) {

  public Fulfillment {
    lines = List.copyOf(lines);
  }

  public Fulfillment tracked(Tracking by, Instant now) {
    return new Fulfillment(id, sequence, lines, Optional.of(by), state, createdAt, now);
  }

  public Fulfillment at(ParcelState now, Instant when) {
    return new Fulfillment(id, sequence, lines, tracking, now, createdAt, when);
  }

  public boolean cancelled() {
    return state == ParcelState.CANCELLED;
  }
}
