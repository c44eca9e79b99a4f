package dev.musubi.core.people;

import java.util.Objects;

/**
 * LINE's single-use ticket for one user to its account link dialog, good for ten minutes; it never
 * prints itself.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#issue-link-token">Issue
 *     link token</a>
 */
public record LinkToken(String value) {

  public LinkToken {
    Objects.requireNonNull(value, "'value' must not be null");
    if (value.isBlank() || value.length() > 512) {
      throw new IllegalArgumentException("'value' must have 1 to 512 characters");
    }
  }

  @Override
  public String toString() {
    return "LinkToken[hidden]";
  }
}
