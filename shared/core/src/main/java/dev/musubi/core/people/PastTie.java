package dev.musubi.core.people;

import java.time.Instant;
import java.util.Objects;

/** A tie that ended, and why. */
public record PastTie(Tie tie, Instant until, End why) {

  /** Why a tie ended. */
  public enum End {
    /** Somebody wanted it so: unlinked, or linked another account or customer. */
    WANTED,
    /** Shopify deleted the customer; if it was a merge, told late, the tie comes back. */
    CUSTOMER_DELETED
  }

  public PastTie {
    Objects.requireNonNull(tie, "'tie' must not be null");
    Objects.requireNonNull(until, "'until' must not be null");
    Objects.requireNonNull(why, "'why' must not be null");
  }
}
