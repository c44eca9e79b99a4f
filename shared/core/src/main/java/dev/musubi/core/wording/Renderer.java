package dev.musubi.core.wording;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;

/** Port: makes LINE's JSON of content. */
public interface Renderer {

  Rendered render(Composed content);

  /** The newest version of the template of that kind and language. */
  TemplateVersion newest(Kind kind, Language language);

  Rendered reply(Reply reply, Language language, Content content);
}
