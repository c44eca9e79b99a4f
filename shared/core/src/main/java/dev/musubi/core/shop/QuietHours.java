package dev.musubi.core.shop;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * The shop-local half-open window [from, to) in which nothing promotional is sent; equal ends mean
 * no window.
 */
public record QuietHours(LocalTime from, LocalTime to) {

  public QuietHours {
    Objects.requireNonNull(from, "'from' must not be null");
    Objects.requireNonNull(to, "'to' must not be null");
  }

  public boolean contains(LocalTime time) {
    if (from.isBefore(to)) {
      return !time.isBefore(from) && time.isBefore(to);
    }
    return from.isAfter(to) && (!time.isBefore(from) || time.isBefore(to));
  }

  public boolean contains(Instant now, ZoneId zone) {
    return contains(now.atZone(zone).toLocalTime());
  }

  /** The next instant after {@code now} at which the window ends in that zone. */
  public Instant endAfter(Instant now, ZoneId zone) {
    ZonedDateTime here = now.atZone(zone);
    ZonedDateTime end = here.toLocalDate().atTime(to).atZone(zone);
    return (end.toInstant().isAfter(now)
            ? end
            : here.toLocalDate().plusDays(1).atTime(to).atZone(zone))
        .toInstant();
  }
}
