package dev.musubi.core.sending;

import java.util.Objects;
import java.util.Optional;

/**
 * What to do after LINE answered: whether slots and mark are given back, what is recorded, what
 * becomes of the message.
 */
public record Settlement(boolean release, Optional<Result> result, Disposition then) {

  public Settlement {
    Objects.requireNonNull(result, "'result' must not be null");
    Objects.requireNonNull(then, "'then' must not be null");
  }
}
