package dev.musubi.core.sending;

import dev.musubi.core.shop.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One message that counts against caps and budget: when it was reserved, as an instant and as the
 * shop's date.
 */
public record Slot(Kind kind, SendId send, Instant at, LocalDate on) {

  public Slot {
    Objects.requireNonNull(kind, "'kind' must not be null");
    Objects.requireNonNull(send, "'send' must not be null");
    Objects.requireNonNull(at, "'at' must not be null");
    Objects.requireNonNull(on, "'on' must not be null");
  }
}
