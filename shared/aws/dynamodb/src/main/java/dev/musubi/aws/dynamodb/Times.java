package dev.musubi.aws.dynamodb;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants as keys: UTC to the millisecond, always of the same length, so that they sort. */
final class Times {

  private static final DateTimeFormatter SORTABLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Times() {}

  static String sortable(Instant instant) {
    return SORTABLE.format(instant);
  }
}
