package dev.musubi.core.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What happens to the queue's message once its outcome is recorded. */
public sealed interface Disposition {

  /** It is done with. */
  record Acknowledge() implements Disposition {}

  /** It comes back after that time. */
  record RetryAfter(Duration delay) implements Disposition {
    public RetryAfter {
      Objects.requireNonNull(delay, "'delay' must not be null");
    }
  }

  /** The intent, as it reads from now on, is scheduled for then, and this copy is done with. */
  record Later(SendIntent intent, Instant due) implements Disposition {
    public Later {
      Objects.requireNonNull(intent, "'intent' must not be null");
      Objects.requireNonNull(due, "'due' must not be null");
    }
  }

  /** Only a person can tell: it goes to the operators, and this copy is done with. */
  record Park() implements Disposition {}
}
