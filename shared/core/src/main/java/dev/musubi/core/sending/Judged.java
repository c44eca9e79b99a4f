package dev.musubi.core.sending;

import java.util.Objects;
import java.util.Optional;

/**
 * What became of one intent: the row to record, if there is a new one, and what happens to the
 * queue's message.
 */
record Judged(Optional<Delivery> delivery, Disposition then) {

  Judged {
    Objects.requireNonNull(delivery, "'delivery' must not be null");
    Objects.requireNonNull(then, "'then' must not be null");
  }
}
