package dev.musubi.local.stack;

import java.util.Locale;
import java.util.regex.Pattern;

/** How IAM matches {@code *} and {@code ?}. */
final class Wildcards {
  private static final int ARN_PARTS = 6;

  private Wildcards() {}

  static boolean action(String pattern, String action) {
    return text(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
  }

  /** Each of an ARN's six parts is matched by itself, as IAM does. */
  static boolean arn(String pattern, String arn) {
    if (pattern.equals("*")) {
      return true;
    }
    String[] wanted = pattern.split(":", ARN_PARTS);
    String[] given = arn.split(":", ARN_PARTS);
    if (wanted.length != given.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!text(wanted[i], given[i])) {
        return false;
      }
    }
    return true;
  }

  static boolean text(String pattern, String text) {
    StringBuilder regex = new StringBuilder();
    for (char c : pattern.toCharArray()) {
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
  }
}
