package dev.musubi.local.world.scheduler;

import com.cronutils.model.definition.CronConstraintsFactory;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a rule fires. See <a
 * href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">cron and rate
 * expressions</a>.
 */
@FunctionalInterface
interface Recurrence {
  /** The first firing after {@code instant}; empty when there is none. */
  Optional<Instant> after(Instant instant);

  /** Reads an expression; rates count from {@code start}. */
  static Recurrence parse(String expression, ZoneId zone, Instant start) {
    return expression.startsWith("rate(") ? rate(expression, start) : cron(expression, zone);
  }

  private static Recurrence rate(String expression, Instant start) {
    Matcher m = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)").matcher(expression);
    if (!m.matches() || Integer.parseInt(m.group(1)) < 1) {
      throw new IllegalArgumentException("'" + expression + "' is not a rate");
    }
    int count = Integer.parseInt(m.group(1));
    Duration every =
        switch (m.group(2)) {
          case "minute" -> Duration.ofMinutes(count);
          case "hour" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    return instant -> {
      long passed = Math.floorDiv(Duration.between(start, instant).toMillis(), every.toMillis());
      return Optional.of(start.plus(every.multipliedBy(Math.max(0, passed) + 1)));
    };
  }

  private static Recurrence cron(String expression, ZoneId zone) {
    String fields = expression.substring("cron(".length(), expression.length() - 1);
    ExecutionTime times = ExecutionTime.forCron(new CronParser(definition()).parse(fields));
    return instant -> times.nextExecution(instant.atZone(zone)).map(ZonedDateTime::toInstant);
  }

  /** AWS's six fields: no seconds, Sunday is 1, and one of the two days is a question mark. */
  private static CronDefinition definition() {
    return CronDefinitionBuilder.defineCron()
        .withMinutes()
        .and()
        .withHours()
        .and()
        .withDayOfMonth()
        .supportsL()
        .supportsW()
        .supportsQuestionMark()
        .and()
        .withMonth()
        .and()
        .withDayOfWeek()
        .withValidRange(1, 7)
        .withMondayDoWValue(2)
        .supportsHash()
        .supportsL()
        .supportsQuestionMark()
        .and()
        .withYear()
        .withValidRange(1970, 2199)
        .and()
        .withCronValidation(CronConstraintsFactory.ensureEitherDayOfWeekOrDayOfMonth())
        .instance();
  }
}
