package dev.musubi.core.shopping;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A checkout that may be left behind, as it was used last, and what is planned for it. Whoever uses
 * it again after it was bought, or after it was finally judged, begins it anew: the next
 * generation.
 */
public record Cart(ShopId shop, Checkout newest, Round round, Version version) {

  /** A completed purchase touches its checkout for a while: that is no new use. */
  public static final Duration AFTERGLOW = Duration.ofMinutes(10);

  /** How long after it was due a reminder is still of use. */
  public static final Duration GOOD_FOR = Duration.ofHours(24);

  public Cart {
    Objects.requireNonNull(shop, "'shop' must not be null");
    Objects.requireNonNull(newest, "'newest' must not be null");
    Objects.requireNonNull(round, "'round' must not be null");
    Objects.requireNonNull(version, "'version' must not be null");
  }

  /** Which generation it is (from 1), since when, and how far its reminders are. */
  public record Round(int generation, Instant since, Progress progress) {
    public Round {
      Objects.requireNonNull(since, "'since' must not be null");
      Objects.requireNonNull(progress, "'progress' must not be null");
      if (generation < 1) {
        throw new IllegalArgumentException("'generation' must be at least 1");
      }
    }
  }

  /** How far the reminders of a generation are. */
  public sealed interface Progress {

    /**
     * One reminder, the first or the second, is due then; {@code scheduled} once its one schedule
     * is known to have been made.
     */
    record Planned(int step, Instant due, boolean scheduled) implements Progress {
      public Planned {
        Objects.requireNonNull(due, "'due' must not be null");
        if (step < 1) {
          throw new IllegalArgumentException("'step' must be at least 1");
        }
      }
    }

    /** The last reminder was judged for good. */
    record Judged() implements Progress {}
  }

  /**
   * A checkout that is heard of for the first time, planned for {@code first} after its use;
   * nothing if there is nobody to remind of anything, or if it was bought. One that is completed is
   * kept all the same, so that older news of it, which may come late, begin nothing.
   */
  public static Optional<Cart> begun(
      ShopId shop, Checkout heard, Optional<Tombstone> tombstone, Duration first) {
    Round round = planned(1, heard.times().begun(), heard.times().used().plus(first));
    Cart cart = new Cart(shop, heard, round, Version.NONE);
    if (cart.completed() && heard.customer().isPresent()) {
      return Optional.of(cart.with(new Progress.Judged()));
    }
    return Optional.of(cart).filter(c -> heard.remindable() && c.boughtBy(tombstone).isEmpty());
  }

  /**
   * What is known after another webhook; older news change nothing. {@code after} are the shop's
   * delays.
   */
  public Cart heard(Checkout heard, Optional<Tombstone> tombstone, List<Duration> after) {
    if (!heard.times().newerThan(newest.times())) {
      return this;
    }
    Cart next = new Cart(shop, heard, round, version);
    boolean over = over(tombstone) || lapsed(heard.times().used(), after) || passedOn(heard);
    return over && heard.remindable() && next.boughtBy(tombstone).isEmpty()
        ? next.anew(after.getFirst())
        : next;
  }

  /** The next generation, which begins with the newest use. */
  public Cart anew(Duration first) {
    Instant used = newest.times().used();
    return with(planned(round.generation() + 1, used, used.plus(first)));
  }

  private static Round planned(int generation, Instant since, Instant due) {
    return new Round(generation, since, new Progress.Planned(1, due, false));
  }

  public Cart with(Progress progress) {
    return with(new Round(round.generation(), round.since(), progress));
  }

  /** The same cart as it is stored under that version. */
  public Cart with(Version stored) {
    return new Cart(shop, newest, round, stored);
  }

  /** The same cart as it is held for another customer, as when Shopify merges two. */
  public Cart of(CustomerId other) {
    return new Cart(shop, newest.of(other), round, version);
  }

  private Cart with(Round next) {
    return new Cart(shop, newest, next, version);
  }

  public Instant usedAt() {
    return newest.times().used();
  }

  /** The order that it was bought by, unless it was used again since. */
  public Optional<OrderId> boughtBy(Optional<Tombstone> tombstone) {
    return tombstone.filter(t -> !usedSince(t.at())).map(Tombstone::order);
  }

  public boolean completed() {
    return newest.times().completed().isPresent();
  }

  /** Whether there is anybody to remind of anything. */
  public boolean remindable() {
    return newest.remindable();
  }

  private boolean usedSince(Instant bought) {
    return usedAt().isAfter(bought.plus(AFTERGLOW));
  }

  private boolean over(Optional<Tombstone> tombstone) {
    return completed() || boughtBy(tombstone).isPresent();
  }

  /**
   * A schedule can get lost: past the time at which its reminder was of use, it is not waited for.
   */
  private boolean lapsed(Instant now, List<Duration> after) {
    return switch (round.progress()) {
      case Progress.Judged judged -> true;
      case Progress.Planned(int step, Instant due, boolean scheduled) -> {
        Duration delay = after.get(Math.min(step, after.size()) - 1);
        Instant moved = usedAt().plus(delay);
        yield now.isAfter((moved.isAfter(due) ? moved : due).plus(GOOD_FOR));
      }
    };
  }

  /** It is somebody else's now, as on a device that two people share. */
  private boolean passedOn(Checkout heard) {
    return newest.customer().isPresent()
        && heard.customer().isPresent()
        && !heard.customer().equals(newest.customer());
  }

  /** What is held, for the person to read. */
  public PersonalData.Holding holding() {
    return new PersonalData.Holding(
        "checkout " + newest.token(), "used at " + usedAt() + ", products " + newest.products());
  }
}
