package dev.musubi.core.shop;

import java.util.Objects;

/** What a shop chose for {@link Kind#RESTOCK}: on or off, and how often one registration tells. */
public record RestockSettings(boolean enabled, Repeat repeat) {

  /** How often one registration is told of a restock. */
  public enum Repeat {
    ONCE("once"),
    UNTIL_BOUGHT("until-bought");

    private final String word;

    Repeat(String word) {
      this.word = word;
    }

    /** As settings documents write it. */
    public String word() {
      return word;
    }
  }

  public RestockSettings {
    Objects.requireNonNull(repeat, "'repeat' must not be null");
  }

  public static RestockSettings defaults() {
    return new RestockSettings(false, Repeat.ONCE);
  }
}
