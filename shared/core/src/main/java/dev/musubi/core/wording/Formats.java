package dev.musubi.core.wording;

import dev.musubi.core.shop.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.BreakIterator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;

/**
 * How values read in a message: {@code ¥1,234}, {@code 3月1日(月)}, long names cut at whole
 * characters.
 */
public final class Formats {

  private Formats() {}

  public static String money(BigDecimal amount, Currency currency, Language language) {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    BigDecimal rounded = amount.setScale(digits, RoundingMode.HALF_UP);
    String number = String.format(language.locale(), "%,." + digits + "f", rounded);
    return switch (currency.getCurrencyCode()) {
      case "JPY" -> "¥" + number;
      case "USD" -> "$" + number;
      case "EUR" -> "€" + number;
      case "GBP" -> "£" + number;
      default -> currency.getCurrencyCode() + " " + number;
    };
  }

  public static String date(LocalDate date, Language language) {
    return DateTimeFormatter.ofPattern(language.of("M月d日(E)", "EEE, MMM d"), language.locale())
        .format(date);
  }

  /** A date with the time of day in that zone, 24 hours. */
  public static String moment(Instant instant, Language language, ZoneId zone) {
    return DateTimeFormatter.ofPattern(
            language.of("M月d日(E) HH:mm", "EEE, MMM d, HH:mm"), language.locale())
        .format(instant.atZone(zone));
  }

  /** At most {@code most} characters as a person counts them; what is cut ends in an ellipsis. */
  public static String cut(String text, int most) {
    BreakIterator characters = BreakIterator.getCharacterInstance();
    characters.setText(text);
    int end = characters.next(most);
    if (end == BreakIterator.DONE || end == text.length()) {
      return text;
    }
    characters.first();
    return text.substring(0, characters.next(most - 1)) + "…";
  }
}
