package dev.musubi.local.shopify.search;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * How a value has to stand to the one asked for: numbers and times by their order, other texts
 * without regard to case; {@code *} at the end stands for any rest.
 */
record Comparison(Operator operator, String wanted) {

  enum Operator {
    AT_LEAST(">="),
    AT_MOST("<="),
    MORE(">"),
    LESS("<"),
    EQUAL("");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  boolean holds(String value) {
    if (operator == Operator.EQUAL && wanted.endsWith("*")) {
      return lower(value).startsWith(lower(wanted.substring(0, wanted.length() - 1)));
    }
    int order = order(value);
    return switch (operator) {
      case EQUAL -> order == 0;
      case AT_LEAST -> order >= 0;
      case AT_MOST -> order <= 0;
      case MORE -> order > 0;
      case LESS -> order < 0;
    };
  }

  private int order(String value) {
    Optional<BigDecimal> number = number(value);
    Optional<BigDecimal> wantedNumber = number(wanted);
    if (number.isPresent() && wantedNumber.isPresent()) {
      return number.get().compareTo(wantedNumber.get());
    }
    Optional<Instant> time = time(value);
    Optional<Instant> wantedTime = time(wanted);
    if (time.isPresent() && wantedTime.isPresent()) {
      return time.get().compareTo(wantedTime.get());
    }
    return lower(value).compareTo(lower(wanted));
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  /** A date alone is its beginning in UTC. */
  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
