package dev.musubi.core.people;

import java.time.Instant;
import java.util.Objects;

/** One LINE account that a customer is tied to, since when and by which route. */
public record Tie(LineUserId lineUser, Instant since, EntryRoute route) {

  public Tie {
    Objects.requireNonNull(lineUser, "'lineUser' must not be null");
    Objects.requireNonNull(since, "'since' must not be null");
    Objects.requireNonNull(route, "'route' must not be null");
  }

  public PastTie ended(Instant until, PastTie.End why) {
    return new PastTie(this, until, why);
  }

  public PastTie ended(Instant until) {
    return ended(until, PastTie.End.WANTED);
  }
}
