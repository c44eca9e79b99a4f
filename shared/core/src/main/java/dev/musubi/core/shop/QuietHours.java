package dev.musubi.core.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.stream.Stream;

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

  /**
   * The next instant after {@code now} at which the window ends in that zone; where clocks go back
   * over that hour, it ends twice.
   */
  public Instant endAfter(Instant now, ZoneId zone) {
    LocalDate today = now.atZone(zone).toLocalDate();
    ZonedDateTime end = today.atTime(to).atZone(zone);
    return Stream.of(end.withEarlierOffsetAtOverlap(), end.withLaterOffsetAtOverlap())
        .map(ZonedDateTime::toInstant)
        .filter(now::isBefore)
        .findFirst()
        .orElseGet(() -> today.plusDays(1).atTime(to).atZone(zone).toInstant());
  }
}
