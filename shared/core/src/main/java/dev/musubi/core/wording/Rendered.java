package dev.musubi.core.wording;

import java.util.Objects;

/**
 * The {@code messages} array of a LINE request as JSON; the same content always gives the same
 * characters.
 */
public record Rendered(String messages) {

  public Rendered {
    Objects.requireNonNull(messages, "'messages' must not be null");
  }

  @Override
  public String toString() {
    return "Rendered[" + messages.length() + " characters]";
  }
}
