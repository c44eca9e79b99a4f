package dev.musubi.core.sending;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What became of an intent; it only rises, in the order of {@link #rank()}. */
public sealed interface Result {

  int rank();

  /** Why it was not sent, for every result but {@link Sent}. */
  Optional<Reason> reason();

  record Deferred(Reason why, Instant until) implements Result {
    public Deferred {
      Objects.requireNonNull(why, "'why' must not be null");
      Objects.requireNonNull(until, "'until' must not be null");
    }

    @Override
    public int rank() {
      return 1;
    }

    @Override
    public Optional<Reason> reason() {
      return Optional.of(why);
    }
  }

  record Skipped(Reason why) implements Result {
    public Skipped {
      Objects.requireNonNull(why, "'why' must not be null");
    }

    @Override
    public int rank() {
      return 2;
    }

    @Override
    public Optional<Reason> reason() {
      return Optional.of(why);
    }
  }

  record Refused(Reason why) implements Result {
    public Refused {
      Objects.requireNonNull(why, "'why' must not be null");
    }

    @Override
    public int rank() {
      return 3;
    }

    @Override
    public Optional<Reason> reason() {
      return Optional.of(why);
    }
  }

  /** It may have arrived. */
  record Unknown(Reason why) implements Result {
    public Unknown {
      Objects.requireNonNull(why, "'why' must not be null");
    }

    @Override
    public int rank() {
      return 4;
    }

    @Override
    public Optional<Reason> reason() {
      return Optional.of(why);
    }
  }

  record Sent(String requestId) implements Result {
    public Sent {
      Objects.requireNonNull(requestId, "'requestId' must not be null");
    }

    @Override
    public int rank() {
      return 5;
    }

    @Override
    public Optional<Reason> reason() {
      return Optional.empty();
    }
  }
}
