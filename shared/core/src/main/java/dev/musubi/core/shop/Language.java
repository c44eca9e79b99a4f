package dev.musubi.core.shop;

import java.util.Locale;
import java.util.Optional;

/** The languages in which Musubi speaks to shoppers and merchants. */
public enum Language {
  JA(Locale.JAPAN),
  EN(Locale.US);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** The language of a tag such as {@code ja}, {@code ja-JP} or {@code en}, if Musubi speaks it. */
  public static Optional<Language> ofTag(String tag) {
    return switch (tag == null ? "" : Locale.forLanguageTag(tag).getLanguage()) {
      case "ja" -> Optional.of(JA);
      case "en" -> Optional.of(EN);
      default -> Optional.empty();
    };
  }

  public Locale locale() {
    return locale;
  }

  public String tag() {
    return locale.getLanguage();
  }

  /** Chooses the one of two wordings that is in this language. */
  public String of(String japanese, String english) {
    return switch (this) {
      case JA -> japanese;
      case EN -> english;
    };
  }
}
