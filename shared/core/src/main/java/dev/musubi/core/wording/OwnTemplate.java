package dev.musubi.core.wording;

import java.util.Objects;

/** A template that a shop wrote itself: a LINE {@code messages} array as JSON, with places. */
public record OwnTemplate(TemplateVersion version, String messages) {

  /** The most characters of a template: what a message can hold and its places. */
  public static final int LONGEST = 100_000;

  public OwnTemplate {
    Objects.requireNonNull(version, "'version' must not be null");
    Objects.requireNonNull(messages, "'messages' must not be null");
    if (!version.own()) {
      throw new IllegalArgumentException("'version' must be one of the shop's own");
    }
    if (messages.length() > LONGEST) {
      throw new IllegalArgumentException("'messages' must have at most 100,000 characters");
    }
  }
}
