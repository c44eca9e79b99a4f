package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.TemplateVersion;

/** {@link Composed}: the frozen content that a retry renders to the same bytes. */
public final class ComposedCodec implements Codec<Composed> {

  @Override
  public ObjectNode tree(Composed content) {
    TemplateVersion template = content.template();
    ObjectNode tree =
        Json.object()
            .put("kind", template.kind().name())
            .put("language", template.language().name())
            .put("template", template.number());
    if (template.own()) {
      tree.put("own", true);
    }
    tree.set("values", Json.texts(content.values()));
    tree.set("items", Json.array(content.items().stream().map(Json::texts)));
    return tree;
  }

  @Override
  public Composed value(Fields fields) {
    return new Composed(
        new TemplateVersion(
            fields.one("kind", Kind.class),
            fields.one("language", Language.class),
            fields.whole("template"),
            fields.maybeFlag("own").orElse(false)),
        fields.object("values").texts(),
        fields.objects("items").stream().map(Fields::texts).toList());
  }
}
