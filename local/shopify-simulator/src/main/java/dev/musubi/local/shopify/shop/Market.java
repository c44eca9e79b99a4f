package dev.musubi.local.shopify.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;

/**
 * Where a shop sells: its currency (ISO 4217), its time zone and its language ({@code ja}, {@code
 * en}).
 */
public record Market(Currency currency, ZoneId timeZone, String locale) {
  public Market {
    Require.text(locale, "locale");
    if (!locale.equals("ja") && !locale.equals("en")) {
      throw new IllegalArgumentException("'locale' must be 'ja' or 'en'");
    }
  }

  public boolean japanese() {
    return locale.equals("ja");
  }

  /** Money as webhooks and the {@code Money} scalar print it: {@code "1980"}, {@code "19.90"}. */
  public String money(BigDecimal amount) {
    return amount
        .setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** A time as webhooks print it: whole seconds with the shop's offset. */
  public String time(Instant instant) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx")
        .format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(timeZone));
  }
}
