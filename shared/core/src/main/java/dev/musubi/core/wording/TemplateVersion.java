package dev.musubi.core.wording;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import java.util.Objects;

/**
 * Names one template, a ready one or of the shop's own, for ever: a changed template is a new
 * version, so that a retry renders the same bytes.
 */
public record TemplateVersion(Kind kind, Language language, int number, boolean own) {

  /** A ready template's version. */
  public TemplateVersion(Kind kind, Language language, int number) {
    this(kind, language, number, false);
  }

  public TemplateVersion {
    Objects.requireNonNull(kind, "'kind' must not be null");
    Objects.requireNonNull(language, "'language' must not be null");
    if (number < 1) {
      throw new IllegalArgumentException("'number' must be at least 1");
    }
  }
}
