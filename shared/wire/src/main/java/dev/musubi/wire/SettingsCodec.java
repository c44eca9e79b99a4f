package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shop.Cap;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.QuietHours;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.WordingSettings;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@link Settings} as the settings document; a document from a merchant goes through {@link
 * dev.musubi.core.shop.SettingsDraft} instead.
 */
public final class SettingsCodec implements Codec<Settings> {

  private final KindSettingsCodec kinds = new KindSettingsCodec();

  @Override
  public ObjectNode tree(Settings settings) {
    ObjectNode tree =
        Json.object()
            .put("timeZone", settings.timeZone().getId())
            .put("language", settings.language().tag())
            .put("discreet", settings.wording().discreet());
    ObjectNode templates = tree.putObject("templates");
    settings
        .wording()
        .own()
        .forEach(
            (kind, numbers) -> {
              ObjectNode ofKind = templates.putObject(kind.name());
              numbers.forEach((language, number) -> ofKind.put(language.tag(), number));
            });
    tree.putObject("quietHours")
        .put("from", settings.quietHours().from().toString())
        .put("to", settings.quietHours().to().toString());
    tree.put("quotaReserve", settings.quotaReserve());
    settings
        .contactBudget()
        .ifPresentOrElse(
            budget -> tree.set("contactBudget", tree(budget)), () -> tree.putNull("contactBudget"));
    tree.set("kinds", kinds.tree(settings.kinds()));
    return tree;
  }

  static ObjectNode tree(Cap cap) {
    return Json.object().put("messages", cap.messages()).put("days", cap.days());
  }

  @Override
  public Settings value(Fields fields) {
    Fields quiet = fields.object("quietHours");
    return new Settings(
        fields.parsed("timeZone", "a time zone", ZoneId::of),
        wording(fields),
        new QuietHours(quiet.time("from"), quiet.time("to")),
        fields.whole("quotaReserve"),
        fields.maybeObject("contactBudget").map(SettingsCodec::cap),
        kinds.value(fields.object("kinds")));
  }

  private static WordingSettings wording(Fields fields) {
    SortedMap<Kind, SortedMap<Language, Integer>> own = new TreeMap<>();
    fields
        .maybeObject("templates")
        .ifPresent(
            kinds -> {
              for (Kind kind : Kind.values()) {
                kinds.maybeObject(kind.name()).ifPresent(of -> own.put(kind, numbers(of)));
              }
            });
    return new WordingSettings(
        fields.parsed("language", "a language", SettingsCodec::language),
        fields.maybeFlag("discreet").orElse(false),
        own);
  }

  private static SortedMap<Language, Integer> numbers(Fields fields) {
    SortedMap<Language, Integer> numbers = new TreeMap<>();
    for (Language language : Language.values()) {
      fields.maybeWhole(language.tag()).ifPresent(number -> numbers.put(language, number));
    }
    return numbers;
  }

  private static Language language(String tag) {
    return Language.ofTag(tag).orElseThrow(IllegalArgumentException::new);
  }

  static Cap cap(Fields fields) {
    return new Cap(fields.whole("messages"), fields.whole("days"));
  }
}
