package dev.musubi.core.sending;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The one record of what became of an intent; its key is the intent's own time and send id. {@code
 * key} is the retry key under which LINE knows the message, once one was tried.
 */
public record Delivery(SendIntent intent, Result result, Optional<RetryKey> key, Instant at) {

  public Delivery {
    Objects.requireNonNull(intent, "'intent' must not be null");
    Objects.requireNonNull(result, "'result' must not be null");
    Objects.requireNonNull(key, "'key' must not be null");
    Objects.requireNonNull(at, "'at' must not be null");
  }
}
