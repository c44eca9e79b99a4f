package dev.musubi.core.shop;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which template of LINE's a shop's notification messages use, and what fills its items and
 * buttons: the keys are LINE's, the values texts with the places of the kind's own templates, such
 * as {@code {number}}.
 *
 * @see <a
 *     href="https://developers.line.biz/en/reference/line-notification-messages/#send-line-notification-message-template">Send
 *     LINE notification message (template)</a>
 */
public record PhoneNotice(
    String template, SortedMap<String, String> items, SortedMap<String, String> buttons) {

  public static final int MOST_ITEMS = 15;
  public static final int MOST_BUTTONS = 2;

  private static final Pattern KEY = Pattern.compile("[a-z0-9_]{1,60}");

  public PhoneNotice {
    Objects.requireNonNull(template, "'template' must not be null");
    items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    buttons = Collections.unmodifiableSortedMap(new TreeMap<>(buttons));
    if (!isKey(template)
        || !items.keySet().stream().allMatch(PhoneNotice::isKey)
        || !buttons.keySet().stream().allMatch(PhoneNotice::isKey)) {
      throw new IllegalArgumentException("keys must be small letters, digits and underscores");
    }
    if (items.size() > MOST_ITEMS || buttons.size() > MOST_BUTTONS) {
      throw new IllegalArgumentException("there must be at most 15 'items' and 2 'buttons'");
    }
  }

  public static boolean isKey(String key) {
    return KEY.matcher(key).matches();
  }
}
