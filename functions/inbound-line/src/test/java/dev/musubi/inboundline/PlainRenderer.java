package dev.musubi.inboundline;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.Content;
import dev.musubi.core.wording.Rendered;
import dev.musubi.core.wording.Renderer;
import dev.musubi.core.wording.Reply;
import dev.musubi.core.wording.TemplateVersion;

/** Writes which reply it is, in which language, with which values: {@code GREETING ja {shop=…}}. */
final class PlainRenderer implements Renderer {

  @Override
  public Rendered reply(Reply reply, Language language, Content content) {
    StringBuilder text = new StringBuilder(reply + " " + language.tag() + " " + content.values());
    content.items().forEach(item -> text.append('\n').append(item));
    return new Rendered(text.toString());
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
