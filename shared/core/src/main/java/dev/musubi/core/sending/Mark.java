package dev.musubi.core.sending;

import dev.musubi.core.people.LineUserId;
import dev.musubi.core.wording.Composed;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The trace of a send id on its recipient: it makes a second delivery of the same intent harmless.
 */
public sealed interface Mark {

  /** How long one try owns the mark; longer than any call to LINE may take. */
  Duration LEASE = Duration.ofSeconds(20);

  /** LINE forgets a retry key after 24 hours; from here on a retry could be a second message. */
  Duration RETRYABLE = Duration.ofHours(23);

  /** How long after the intent went stale its mark is kept. */
  Duration KEPT = Duration.ofDays(2);

  /** Clocks differ by less, and the same is decided on again later than that. */
  Duration APART = Duration.ofMinutes(10);

  int epoch();

  /** A try is or was under way: LINE may have accepted it. Content and recipient are frozen. */
  record InFlight(
      int epoch, int tries, Instant first, Instant leaseUntil, LineUserId to, Composed content)
      implements Mark {
    public InFlight {
      Objects.requireNonNull(first, "'first' must not be null");
      Objects.requireNonNull(leaseUntil, "'leaseUntil' must not be null");
      Objects.requireNonNull(to, "'to' must not be null");
      Objects.requireNonNull(content, "'content' must not be null");
      if (epoch < 0 || tries < 1) {
        throw new IllegalArgumentException("'epoch' must be 0 or more and 'tries' 1 or more");
      }
    }

    public static InFlight first(int epoch, LineUserId to, Composed content, Instant now) {
      return new InFlight(epoch, 1, now, now.plus(LEASE), to, content);
    }

    public InFlight again(Instant now) {
      return new InFlight(epoch, tries + 1, first, now.plus(LEASE), to, content);
    }

    public Instant retryableUntil() {
      return first.plus(RETRYABLE);
    }

    /** Whether it was set for that intent, and not for one that was due long before. */
    boolean isOf(SendIntent intent) {
      return !first.plus(APART).isBefore(intent.due());
    }

    public Released released() {
      return new Released(epoch + 1);
    }
  }

  /** LINE refused before it can have accepted anything: the next try is a new send. */
  record Released(int epoch) implements Mark {
    public Released {
      if (epoch < 1) {
        throw new IllegalArgumentException("'epoch' must be at least 1");
      }
    }
  }
}
