package dev.musubi.core.shop;

import java.util.Objects;

/**
 * Why a settings document was refused: where, and a sentence that a merchant understands, in both
 * languages.
 */
public record Complaint(String path, String japanese, String english) {

  public Complaint {
    Objects.requireNonNull(path, "'path' must not be null");
    Objects.requireNonNull(japanese, "'japanese' must not be null");
    Objects.requireNonNull(english, "'english' must not be null");
  }

  public String sentence(Language language) {
    return language.of(japanese, english);
  }
}
