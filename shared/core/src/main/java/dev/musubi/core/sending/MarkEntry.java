package dev.musubi.core.sending;

import java.time.Instant;
import java.util.Objects;

/** A mark and until when it is kept. */
public record MarkEntry(Mark mark, Instant until) {

  public MarkEntry {
    Objects.requireNonNull(mark, "'mark' must not be null");
    Objects.requireNonNull(until, "'until' must not be null");
  }
}
