package dev.musubi.core.people;

import java.util.List;
import java.util.Objects;

/** What became of the confirmation of a link. */
public sealed interface LinkOutcome {

  /**
   * Written. {@code released} are the persons whose former tie ended by it: their tag and menu must
   * follow.
   */
  record Linked(Link link, List<Person> released) implements LinkOutcome {
    public Linked {
      Objects.requireNonNull(link, "'link' must not be null");
      released = List.copyOf(released);
    }
  }

  /** The same event was here before and was carried out. */
  record Repeated(Link link) implements LinkOutcome {}

  /** No such nonce for this shop: invented, another shop's, used or expired. */
  record NoSuchNonce() implements LinkOutcome {}
}
