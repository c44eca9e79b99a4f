package dev.musubi.inboundline;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.Rendered;
import dev.musubi.core.wording.Renderer;
import dev.musubi.core.wording.Reply;
import dev.musubi.core.wording.TemplateVersion;
import java.util.SortedMap;

/** Writes which reply it is, in which language, with which values: {@code GREETING ja {shop=…}}. */
final class PlainRenderer implements Renderer {

  @Override
  public Rendered reply(Reply reply, Language language, SortedMap<String, String> values) {
    return new Rendered(reply + " " + language.tag() + " " + values);
  }

  @Override
  public Rendered render(ShopId shop, Composed content) {
    throw new UnsupportedOperationException("a chat needs replies alone");
  }

  @Override
  public TemplateVersion newest(Kind kind, Language language) {
    throw new UnsupportedOperationException("a chat needs replies alone");
  }
}
