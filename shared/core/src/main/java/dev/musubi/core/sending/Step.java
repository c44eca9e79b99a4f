package dev.musubi.core.sending;

import java.util.Objects;
import java.util.Optional;

/** What to do with an intent now. */
public sealed interface Step {

  /** Compose, reserve under that epoch, then call LINE. */
  record Reserve(int epoch) implements Step {}

  /** Renew the lease with this mark, then call LINE again with the same key and content. */
  record Retry(Mark.InFlight mark) implements Step {
    public Retry {
      Objects.requireNonNull(mark, "'mark' must not be null");
    }
  }

  /** No call: record the result, if there is a new one, and deal with the queue's message. */
  record Finish(Optional<Result> result, Disposition then) implements Step {
    public Finish {
      Objects.requireNonNull(result, "'result' must not be null");
      Objects.requireNonNull(then, "'then' must not be null");
    }

    static Finish done(Result result) {
      return new Finish(Optional.of(result), new Disposition.Acknowledge());
    }
  }
}
