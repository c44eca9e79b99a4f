package dev.musubi.core.wording;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.ShopId;
import java.util.SortedMap;

/** Port: makes LINE's JSON of content. */
public interface Renderer {

  /** Throws {@link IllegalArgumentException} for a template that never was, or a missing value. */
  Rendered render(ShopId shop, Composed content);

  /** The newest version of the ready template of that kind and language. */
  TemplateVersion newest(Kind kind, Language language);

  Rendered reply(Reply reply, Language language, SortedMap<String, String> values);
}
