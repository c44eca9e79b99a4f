package dev.musubi.core.people;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a phone number in E.164 form, 64 small hexadecimal digits: what LINE finds a
 * person by for a notification message, and all that is kept of a number. It never prints itself.
 *
 * @see <a
 *     href="https://developers.line.biz/en/docs/partner-docs/line-notification-messages/technical-specs/">LINE
 *     notification messages</a>
 */
public record PhoneHash(String hex) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public PhoneHash {
    Objects.requireNonNull(hex, "'hex' must not be null");
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("'hex' must be 64 small hexadecimal digits");
    }
  }

  @Override
  public String toString() {
    return "PhoneHash";
  }
}
