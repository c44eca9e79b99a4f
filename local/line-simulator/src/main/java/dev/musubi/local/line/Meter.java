package dev.musubi.local.line;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts delivered messages by month and by day, both of Japan's calendar. */
final class Meter {
  static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private Map<String, Long> byMonth = new LinkedHashMap<>();
  private Map<String, Long> byDay = new LinkedHashMap<>();

  /** Counts recipients that a message reached; replies are free. */
  void delivered(String api, int recipients, Instant now) {
    var day = LocalDate.ofInstant(now, JAPAN);
    byDay.merge(key(api, day), (long) recipients, Long::sum);
    if (!api.equals("reply")) {
      byMonth.merge(YearMonth.from(day).toString(), (long) recipients, Long::sum);
    }
  }

  /** Counts a notification message, which LINE bills apart from the month's limit. */
  void notified(String api, Instant now) {
    byDay.merge(key(api, LocalDate.ofInstant(now, JAPAN)), 1L, Long::sum);
  }

  long usedInMonthOf(Instant now) {
    return byMonth.getOrDefault(YearMonth.from(LocalDate.ofInstant(now, JAPAN)).toString(), 0L);
  }

  long on(String api, LocalDate day) {
    return byDay.getOrDefault(key(api, day), 0L);
  }

  private static String key(String api, LocalDate day) {
    return api + " " + day;
  }
}
