package dev.musubi.flex;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.Content;
import dev.musubi.core.wording.Rendered;
import dev.musubi.core.wording.Renderer;
import dev.musubi.core.wording.Reply;
import dev.musubi.core.wording.TemplateVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Renders the templates that lie beside this class, {@code
 * templates/<kind>/<language>/<number>.json} and {@code templates/replies/<reply>/<language>.json};
 * all are read when it is made.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/using-flex-messages/">Send Flex
 *     Messages</a>
 */
public final class FlexRenderer implements Renderer {
  private final ObjectMapper json = new ObjectMapper();
  private final Map<TemplateVersion, Template> versions = new HashMap<>();
  private final Map<Spoken, Template> replies = new HashMap<>();

  private record Spoken(Reply reply, Language language) {}

  public FlexRenderer() {
    for (Language language : Language.values()) {
      for (Kind kind : Kind.values()) {
        load(kind, language);
      }
      for (Reply reply : Reply.values()) {
        String path = "replies/" + reply + "/" + language.tag();
        replies.put(new Spoken(reply, language), read(path).orElseThrow(() -> absent(path)));
      }
    }
  }

  /** Throws {@link IllegalArgumentException} for a template that never was, or a missing value. */
  @Override
  public Rendered render(Composed content) {
    Template template =
        Optional.ofNullable(versions.get(content.template()))
            .orElseThrow(() -> absent(content.template().toString()));
    return written(template.fill(content.values(), content.items()));
  }

  @Override
  public TemplateVersion newest(Kind kind, Language language) {
    int number = 1;
    while (versions.containsKey(new TemplateVersion(kind, language, number + 1))) {
      number++;
    }
    return new TemplateVersion(kind, language, number);
  }

  @Override
  public Rendered reply(Reply reply, Language language, Content content) {
    Template template = replies.get(new Spoken(reply, language));
    return written(template.fill(content.values(), content.items()));
  }

  /** Old versions stay: a message that was reserved under one is retried under it. */
  private void load(Kind kind, Language language) {
    String folder = kind + "/" + language.tag() + "/";
    versions.put(
        new TemplateVersion(kind, language, 1),
        read(folder + 1).orElseThrow(() -> absent(folder + 1)));
    for (int number = 2; ; number++) {
      Optional<Template> next = read(folder + number);
      if (next.isEmpty()) {
        return;
      }
      versions.put(new TemplateVersion(kind, language, number), next.get());
    }
  }

  private Optional<Template> read(String name) {
    try (InputStream in = FlexRenderer.class.getResourceAsStream("templates/" + name + ".json")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new Template(name, json.readValue(in, ArrayNode.class)));
    } catch (IOException e) {
      throw new UncheckedIOException("template " + name + " is not a JSON array", e);
    }
  }

  private Rendered written(ArrayNode messages) {
    try {
      return new Rendered(json.writeValueAsString(messages));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can be written", e);
    }
  }

  private static IllegalArgumentException absent(String name) {
    return new IllegalArgumentException("there is no template " + name);
  }
}
