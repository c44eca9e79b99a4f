package dev.musubi.core.wording;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.ShopId;
import java.util.Optional;

/**
 * Port: the templates that shops wrote themselves. A stored version never changes: a message that
 * was reserved under it is retried under it.
 */
public interface OwnTemplates {

  /** For who renders replies alone. */
  OwnTemplates NONE = new NoTemplates();

  /** Consistent: the template of that version. */
  Optional<OwnTemplate> find(ShopId shop, TemplateVersion version);

  /** Consistent: the highest number stored for that kind and language, 0 without any. */
  int newest(ShopId shop, Kind kind, Language language);

  /** Stores the template unless its version stands there. */
  Saved add(ShopId shop, OwnTemplate template);
}
