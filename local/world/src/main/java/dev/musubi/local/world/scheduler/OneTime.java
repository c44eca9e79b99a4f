package dev.musubi.local.world.scheduler;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * EventBridge Scheduler's {@code at(yyyy-MM-ddTHH:mm:ss)}. See <a
 * href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#one-time">one-time
 * schedules</a>.
 */
final class OneTime {
  private static final Pattern AT =
      Pattern.compile("at\\((\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})\\)");

  private OneTime() {}

  static Instant parse(String expression, String zone) {
    Matcher matcher = AT.matcher(expression);
    if (!matcher.matches()) {
      throw ScheduleRefused.validation("Invalid Schedule Expression " + expression + ".");
    }
    try {
      return LocalDateTime.parse(matcher.group(1)).atZone(ZoneId.of(zone)).toInstant();
    } catch (DateTimeException e) {
      throw ScheduleRefused.validation(
          "Invalid Schedule Expression " + expression + " in time zone " + zone + ".");
    }
  }
}
