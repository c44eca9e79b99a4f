package dev.musubi.core.sending;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What a policy, or all of them together, say to an intent at the moment of sending. */
public sealed interface Verdict {

  record Send() implements Verdict {}

  record Skip(Reason why) implements Verdict {
    public Skip {
      Objects.requireNonNull(why, "'why' must not be null");
    }
  }

  /** Not before {@code until}; {@code notAfter} if what it waits for makes it of use for longer. */
  record Defer(Reason why, Instant until, Optional<Instant> notAfter) implements Verdict {
    public Defer {
      Objects.requireNonNull(why, "'why' must not be null");
      Objects.requireNonNull(until, "'until' must not be null");
      Objects.requireNonNull(notAfter, "'notAfter' must not be null");
    }

    public Defer(Reason why, Instant until) {
      this(why, until, Optional.empty());
    }
  }
}
