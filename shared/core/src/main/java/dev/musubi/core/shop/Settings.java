package dev.musubi.core.shop;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that a merchant may choose; {@link SettingsDraft} is the only way from a document to
 * it.
 */
public record Settings(
    ZoneId timeZone,
    WordingSettings wording,
    QuietHours quietHours,
    int quotaReserve,
    Optional<Cap> contactBudget,
    KindSettings kinds) {

  public Settings {
    Objects.requireNonNull(timeZone, "'timeZone' must not be null");
    Objects.requireNonNull(wording, "'wording' must not be null");
    Objects.requireNonNull(quietHours, "'quietHours' must not be null");
    Objects.requireNonNull(contactBudget, "'contactBudget' must not be null");
    Objects.requireNonNull(kinds, "'kinds' must not be null");
    if (quotaReserve < 0) {
      throw new IllegalArgumentException("'quotaReserve' must not be negative");
    }
  }

  public static Settings defaults() {
    return new Settings(
        ZoneId.of("Asia/Tokyo"),
        WordingSettings.in(Language.JA),
        new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)),
        0,
        Optional.of(new Cap(3, 7)),
        KindSettings.defaults());
  }

  public Language language() {
    return wording.language();
  }

  /** The same settings with a template of the shop's own. */
  public Settings using(Kind kind, Language language, int number) {
    WordingSettings next = wording.using(kind, language, number);
    return new Settings(timeZone, next, quietHours, quotaReserve, contactBudget, kinds);
  }
}
