package dev.musubi.core.people;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What is known of a customer's number: the link, if there is or was one, and its fate. */
public record Known(Link link, Fate fate) {

  public Known {
    Objects.requireNonNull(link, "'link' must not be null");
    Objects.requireNonNull(fate, "'fate' must not be null");
  }

  /** Who links anew after an erasure is somebody new, whom we know because they want it. */
  public static Known of(Link link, Optional<CustomerId> mergedInto, Optional<Instant> erasedAt) {
    if (mergedInto.isPresent()) {
      return new Known(link, new Fate.MergedInto(mergedInto.get()));
    }
    boolean erased =
        erasedAt
            .filter(at -> link.current().filter(tie -> tie.since().isAfter(at)).isEmpty())
            .isPresent();
    return new Known(link, erased ? new Fate.Erased() : new Fate.Stands());
  }
}
