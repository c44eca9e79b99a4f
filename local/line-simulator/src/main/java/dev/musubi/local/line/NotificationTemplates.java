package dev.musubi.local.line;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The templates, items and buttons that an account may use in notification messages: each key with
 * the words that a phone shows for it.
 *
 * @see <a
 *     href="https://developers.line.biz/en/docs/partner-docs/line-notification-messages/template/">templates</a>
 */
public record NotificationTemplates(
    Map<String, String> templates, Map<String, String> items, Map<String, String> buttons) {

  public NotificationTemplates {
    templates = inOrder(templates);
    items = inOrder(items);
    buttons = inOrder(buttons);
  }

  /** The keys of the example in LINE's reference. */
  public static NotificationTemplates documented() {
    return new NotificationTemplates(
        Map.of("shipment_completed_ja", "発送完了のお知らせ"),
        Map.of(
            "date_002_ja", "お届け予定日",
            "time_range_001_ja", "お届け時間帯",
            "number_001_ja", "お問い合わせ番号",
            "price_001_ja", "金額",
            "name_010_ja", "商品名"),
        Map.of("check_delivery_status_ja", "配送状況を確認する", "contact_ja", "お問い合わせ"));
  }

  public NotificationTemplates withTemplate(String key, String words) {
    return new NotificationTemplates(plus(templates, key, words), items, buttons);
  }

  public NotificationTemplates withItem(String key, String words) {
    return new NotificationTemplates(templates, plus(items, key, words), buttons);
  }

  public NotificationTemplates withButton(String key, String words) {
    return new NotificationTemplates(templates, items, plus(buttons, key, words));
  }

  private static Map<String, String> inOrder(Map<String, String> words) {
    return Collections.unmodifiableMap(new TreeMap<>(words));
  }

  private static Map<String, String> plus(Map<String, String> known, String key, String words) {
    ChannelSpec.requireText(key, "key");
    ChannelSpec.requireText(words, "words");
    var more = new LinkedHashMap<>(known);
    more.put(key, words);
    return more;
  }
}
