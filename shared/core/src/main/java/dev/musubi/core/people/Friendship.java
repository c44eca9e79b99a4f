package dev.musubi.core.people;

import java.time.Instant;
import java.util.Objects;

/**
 * Whether a LINE user is a friend of the shop's account, and since which event of LINE's we know
 * it.
 */
public record Friendship(State state, Instant asOf) {

  /** Nobody told us yet: who joined before Musubi sends no event. */
  public static final Friendship UNKNOWN = new Friendship(State.UNKNOWN, Instant.EPOCH);

  public Friendship {
    Objects.requireNonNull(state, "'state' must not be null");
    Objects.requireNonNull(asOf, "'asOf' must not be null");
  }

  /** The newer of two: follow and unfollow may come swapped. */
  public Friendship or(Friendship other) {
    return other.asOf.isAfter(asOf) ? other : this;
  }

  public enum State {
    UNKNOWN,
    FRIEND,
    BLOCKED
  }
}
