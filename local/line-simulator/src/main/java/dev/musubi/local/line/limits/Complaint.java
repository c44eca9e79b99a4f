package dev.musubi.local.line.limits;

import java.util.Objects;

/** One thing that LINE does not take: where it stands and what is wrong with it. */
public record Complaint(Place place, String message) {
  public Complaint {
    Objects.requireNonNull(place, "'place' must be given");
    Objects.requireNonNull(message, "'message' must be given");
  }
}
