package dev.musubi.core.wording;

import dev.musubi.core.shop.PhoneNotice;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of one LINE notification message in the template form: what has no value is left out,
 * items are cut at 300 characters.
 *
 * @see <a
 *     href="https://developers.line.biz/en/reference/line-notification-messages/#send-line-notification-message-template">Send
 *     LINE notification message (template)</a>
 */
public record Notification(
    String template, SortedMap<String, String> items, SortedMap<String, String> buttons) {

  private static final int LONGEST_ITEM = 300;
  private static final int LONGEST_URL = 1_000;
  private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

  public Notification {
    items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    buttons = Collections.unmodifiableSortedMap(new TreeMap<>(buttons));
  }

  public static Notification of(PhoneNotice notice, Content content) {
    SortedMap<String, String> items = new TreeMap<>();
    notice.items().forEach((key, text) -> put(items, key, filled(text, content)));
    items.replaceAll((key, text) -> Formats.cut(text, LONGEST_ITEM));
    SortedMap<String, String> buttons = new TreeMap<>();
    notice.buttons().forEach((key, text) -> put(buttons, key, filled(text, content)));
    buttons.values().removeIf(url -> url.length() > LONGEST_URL || !url.startsWith("https://"));
    return new Notification(notice.template(), items, buttons);
  }

  private static void put(SortedMap<String, String> into, String key, String text) {
    if (!text.isBlank()) {
      into.put(key, text);
    }
  }

  private static String filled(String text, Content content) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(content.values().getOrDefault(place.group(1), "")));
  }
}
