package dev.musubi.core.shop;

import java.time.Instant;
import java.util.Objects;

/** Whether a shop may send at all. */
public sealed interface Standing {

  record Active() implements Standing {}

  /** A breaker: nothing is sent before {@code until}, what comes due is deferred. */
  record Paused(Instant until) implements Standing {
    public Paused {
      Objects.requireNonNull(until, "'until' must not be null");
    }
  }

  /** The merchant removed the app; nothing is sent until it is installed again. */
  record Uninstalled(Instant at) implements Standing {
    public Uninstalled {
      Objects.requireNonNull(at, "'at' must not be null");
    }
  }
}
