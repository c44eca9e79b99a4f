package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shop.BrowseSettings;
import dev.musubi.core.shop.Cap;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.QuietHours;
import dev.musubi.core.shop.Settings;
import java.time.ZoneId;

/**
 * {@link Settings} as the settings document; a document from a merchant goes through {@link
 * dev.musubi.core.shop.SettingsDraft} instead.
 */
public final class SettingsCodec implements Codec<Settings> {

  @Override
  public ObjectNode tree(Settings settings) {
    ObjectNode tree =
        Json.object()
            .put("timeZone", settings.timeZone().getId())
            .put("language", settings.language().tag());
    tree.putObject("quietHours")
        .put("from", settings.quietHours().from().toString())
        .put("to", settings.quietHours().to().toString());
    tree.put("quotaReserve", settings.quotaReserve());
    settings
        .contactBudget()
        .ifPresentOrElse(
            budget -> tree.set("contactBudget", tree(budget)), () -> tree.putNull("contactBudget"));
    ObjectNode kinds = tree.putObject("kinds");
    for (Kind kind : Kind.values()) {
      kinds.set(
          kind.name(),
          switch (kind) {
            case BROWSE -> tree(settings.browse());
          });
    }
    return tree;
  }

  private static ObjectNode tree(Cap cap) {
    return Json.object().put("messages", cap.messages()).put("days", cap.days());
  }

  private static ObjectNode tree(BrowseSettings browse) {
    ObjectNode tree =
        Json.object()
            .put("enabled", browse.enabled())
            .put("at", browse.at().toString())
            .put("maxProducts", browse.maxProducts());
    tree.set("cap", tree(browse.cap()));
    return tree;
  }

  @Override
  public Settings value(Fields fields) {
    Fields quiet = fields.object("quietHours");
    return new Settings(
        fields.parsed("timeZone", "a time zone", ZoneId::of),
        fields.parsed("language", "a language", SettingsCodec::language),
        new QuietHours(quiet.time("from"), quiet.time("to")),
        fields.whole("quotaReserve"),
        fields.maybeObject("contactBudget").map(SettingsCodec::cap),
        browse(fields.object("kinds").object(Kind.BROWSE.name())));
  }

  private static Language language(String tag) {
    return Language.ofTag(tag).orElseThrow(IllegalArgumentException::new);
  }

  private static Cap cap(Fields fields) {
    return new Cap(fields.whole("messages"), fields.whole("days"));
  }

  private static BrowseSettings browse(Fields fields) {
    return new BrowseSettings(
        fields.flag("enabled"),
        fields.time("at"),
        fields.whole("maxProducts"),
        cap(fields.object("cap")));
  }
}
