package dev.musubi.core.wording;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import java.util.Objects;

/**
 * Names one template for ever: a changed template is a new version, so that a retry renders the
 * same bytes.
 */
public record TemplateVersion(Kind kind, Language language, int number) {

  public TemplateVersion {
    Objects.requireNonNull(kind, "'kind' must not be null");
    Objects.requireNonNull(language, "'language' must not be null");
    if (number < 1) {
      throw new IllegalArgumentException("'number' must be at least 1");
    }
  }
}
