package dev.musubi.core.shopping;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A fulfilment of an order as it was last heard of; {@code items} is how many things are in it.
 *
 * @see <a
 *     href="https://shopify.dev/docs/api/admin-graphql/latest/objects/Fulfillment">Fulfillment</a>
 */
public record Parcel(
    FulfilmentId id,
    State state,
    int items,
    Tracking tracking,
    Instant updatedAt,
    Milestones<ParcelStatus> milestones) {

  private static final int MOST_NUMBERS = 5;

  /** Later states win over earlier ones that were heard at the same second. */
  public enum State {
    /** Not handed to a carrier yet, or it failed. */
    WAITING,
    SHIPPED,
    DELIVERED,
    CANCELLED
  }

  /** Who carries it and how to follow it; the link is https. */
  public record Tracking(Optional<String> company, List<String> numbers, Optional<URI> link) {

    public static final Tracking NONE = new Tracking(Optional.empty(), List.of(), Optional.empty());

    public Tracking {
      Objects.requireNonNull(company, "'company' must not be null");
      numbers = numbers.stream().limit(MOST_NUMBERS).toList();
      if (link.filter(uri -> !"https".equals(uri.getScheme())).isPresent()) {
        throw new IllegalArgumentException("'link' must be https");
      }
    }
  }

  public Parcel {
    Objects.requireNonNull(id, "'id' must not be null");
    Objects.requireNonNull(state, "'state' must not be null");
    Objects.requireNonNull(tracking, "'tracking' must not be null");
    Objects.requireNonNull(updatedAt, "'updatedAt' must not be null");
    Objects.requireNonNull(milestones, "'milestones' must not be null");
    if (items < 0) {
      throw new IllegalArgumentException("'items' must not be negative");
    }
  }

  /** A parcel as Shopify describes it, of which nothing was heard before. */
  public static Parcel heard(
      FulfilmentId id,
      State state,
      int items,
      Tracking tracking,
      Instant createdAt,
      Instant updatedAt) {
    return new Parcel(id, state, items, tracking, updatedAt, Milestones.none())
        .reaching(createdAt, updatedAt);
  }

  /**
   * Joins what is stored with what was heard: the newer wins, and what is cancelled stays so. A
   * parcel that was seen waiting was shipped when that was heard, another when it was made.
   */
  public Parcel merge(Parcel heard) {
    Parcel newer = heard.isNewerThan(this) ? heard : this;
    boolean cancelled = state == State.CANCELLED || heard.state == State.CANCELLED;
    Milestones<ParcelStatus> joined =
        state == State.WAITING
            ? milestones.with(heard.movedOn())
            : milestones.with(heard.milestones);
    return new Parcel(
        id,
        cancelled ? State.CANCELLED : newer.state,
        newer.items,
        newer.tracking,
        newer.updatedAt,
        joined);
  }

  public Parcel handedOn() {
    return new Parcel(id, state, items, tracking, updatedAt, milestones.handedOn());
  }

  public boolean cancelled() {
    return state == State.CANCELLED;
  }

  private Parcel reaching(Instant createdAt, Instant at) {
    Milestones<ParcelStatus> next =
        switch (state) {
          case WAITING, CANCELLED -> milestones;
          case SHIPPED -> milestones.with(ParcelStatus.SHIPPED, Optional.of(createdAt));
          case DELIVERED -> milestones.with(ParcelStatus.DELIVERED, Optional.of(at));
        };
    return new Parcel(id, state, items, tracking, updatedAt, next);
  }

  private Milestones<ParcelStatus> movedOn() {
    return state == State.SHIPPED
        ? Milestones.<ParcelStatus>none().with(ParcelStatus.SHIPPED, Optional.of(updatedAt))
        : milestones;
  }

  private boolean isNewerThan(Parcel stored) {
    int byTime = updatedAt.compareTo(stored.updatedAt);
    return byTime > 0 || byTime == 0 && state.compareTo(stored.state) >= 0;
  }
}
