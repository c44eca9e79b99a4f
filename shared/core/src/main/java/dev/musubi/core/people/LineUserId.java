package dev.musubi.core.people;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A LINE user of one provider; it never prints itself.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/getting-user-ids/">Get user
 *     IDs</a>
 */
public record LineUserId(String value) implements Comparable<LineUserId> {

  private static final Pattern FORM = Pattern.compile("U[0-9a-f]{32}");

  public LineUserId {
    Objects.requireNonNull(value, "'value' must not be null");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("'value' must be U and 32 hex digits");
    }
  }

  public static Optional<LineUserId> parse(String value) {
    return value != null && FORM.matcher(value).matches()
        ? Optional.of(new LineUserId(value))
        : Optional.empty();
  }

  @Override
  public int compareTo(LineUserId other) {
    return value.compareTo(Objects.requireNonNull(other).value);
  }

  @Override
  public String toString() {
    return "LineUserId[hidden]";
  }
}
