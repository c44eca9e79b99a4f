package dev.musubi.core.wording;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.ShopId;
import java.util.Optional;

/** No shop wrote a template of its own. */
final class NoTemplates implements OwnTemplates {

  @Override
  public Optional<OwnTemplate> find(ShopId shop, TemplateVersion version) {
    return Optional.empty();
  }

  @Override
  public int newest(ShopId shop, Kind kind, Language language) {
    return 0;
  }

  @Override
  public Saved add(ShopId shop, OwnTemplate template) {
    throw new UnsupportedOperationException("templates are not stored here");
  }
}
