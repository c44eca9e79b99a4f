package dev.musubi.core.reminding;

import dev.musubi.core.sending.RunId;
import java.time.Instant;
import java.util.Objects;

/** A daily run as it was opened: when its messages were due and until when they are of use. */
public record Run(RunId id, Instant due, Instant notAfter) {

  public Run {
    Objects.requireNonNull(id, "'id' must not be null");
    Objects.requireNonNull(due, "'due' must not be null");
    Objects.requireNonNull(notAfter, "'notAfter' must not be null");
  }
}
