package dev.musubi.testkit.memory;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.OwnTemplate;
import dev.musubi.core.wording.OwnTemplates;
import dev.musubi.core.wording.TemplateVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link OwnTemplates} in memory. */
public final class MemoryOwnTemplates implements OwnTemplates {

  private final Map<Key, OwnTemplate> templates = new HashMap<>();

  private record Key(ShopId shop, TemplateVersion version) {}

  @Override
  public synchronized Optional<OwnTemplate> find(ShopId shop, TemplateVersion version) {
    return Optional.ofNullable(templates.get(new Key(shop, version)));
  }

  @Override
  public synchronized int newest(ShopId shop, Kind kind, Language language) {
    int number = 0;
    while (find(shop, new TemplateVersion(kind, language, number + 1, true)).isPresent()) {
      number++;
    }
    return number;
  }

  @Override
  public synchronized Saved add(ShopId shop, OwnTemplate template) {
    Key key = new Key(shop, template.version());
    return templates.putIfAbsent(key, template) == null ? Saved.DONE : Saved.LOST;
  }
}
