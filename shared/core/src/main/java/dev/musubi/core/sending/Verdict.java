package dev.musubi.core.sending;

import java.time.Instant;
import java.util.Objects;

/** What a policy, or all of them together, say to an intent at the moment of sending. */
public sealed interface Verdict {

  record Send() implements Verdict {}

  record Skip(Reason why) implements Verdict {
    public Skip {
      Objects.requireNonNull(why, "'why' must not be null");
    }
  }

  record Defer(Reason why, Instant until) implements Verdict {
    public Defer {
      Objects.requireNonNull(why, "'why' must not be null");
      Objects.requireNonNull(until, "'until' must not be null");
    }
  }
}
