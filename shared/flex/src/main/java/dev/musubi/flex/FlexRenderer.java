package dev.musubi.flex;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.OwnTemplates;
import dev.musubi.core.wording.Rendered;
import dev.musubi.core.wording.Renderer;
import dev.musubi.core.wording.Reply;
import dev.musubi.core.wording.TemplateVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Renders the templates that lie beside this class, {@code
 * templates/<kind>/<language>/<number>.json} and {@code templates/replies/<reply>/<language>.json};
 * all are read when it is made.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/using-flex-messages/">Send Flex
 *     Messages</a>
 */
public final class FlexRenderer implements Renderer {
  private static final int MOST_OWNED = 200;

  private final ObjectMapper json = new ObjectMapper();
  private final Map<Language, Template> discreet = new EnumMap<>(Language.class);
  private final Map<TemplateVersion, Template> versions = new HashMap<>();
  private final Map<Spoken, Template> replies = new HashMap<>();
  private final OwnTemplates own;
  private final LinkedHashMap<Owned, Template> owned = new LinkedHashMap<>(16, 0.75f, true);

  private record Spoken(Reply reply, Language language) {}

  private record Owned(ShopId shop, TemplateVersion version) {}

  /** Renders the ready templates and, read once and kept, those that shops wrote themselves. */
  public FlexRenderer(OwnTemplates own) {
    this.own = own;
    for (Language language : Language.values()) {
      for (Kind kind : Kind.values()) {
        load(kind, language);
      }
      discreet.put(language, read("discreet/" + language.tag()).orElseThrow());
      for (Reply reply : Reply.values()) {
        String path = "replies/" + reply + "/" + language.tag();
        replies.put(new Spoken(reply, language), read(path).orElseThrow(() -> absent(path)));
      }
    }
  }

  @Override
  public Rendered render(ShopId shop, Composed content) {
    TemplateVersion version = content.template();
    return version.own()
        ? rendered(owned(shop, version).orElseThrow(() -> absent(version.toString())), content)
        : ready(content);
  }

  /** Renders content of a ready template. */
  Rendered ready(Composed content) {
    TemplateVersion version = content.template();
    return rendered(
        Optional.ofNullable(versions.get(version)).orElseThrow(() -> absent(version.toString())),
        content);
  }

  /** The same with a template that is not stored yet. */
  Rendered rendered(Template template, Composed content) {
    ArrayNode messages = template.fill(content.values(), content.items());
    if (content.values().containsKey(Composed.DISCREET)) {
      Language language = content.template().language();
      String altText = discreet.get(language).fill(content.values(), List.of()).get(0).textValue();
      messages.forEach(message -> hide(message, altText));
    }
    return written(messages);
  }

  private static void hide(JsonNode message, String altText) {
    if (message instanceof ObjectNode object && object.has("altText")) {
      object.put("altText", altText);
    }
  }

  private synchronized Optional<Template> owned(ShopId shop, TemplateVersion version) {
    Owned key = new Owned(shop, version);
    Optional<Template> kept = Optional.ofNullable(owned.get(key));
    if (kept.isPresent()) {
      return kept;
    }
    Optional<Template> read = own.find(shop, version).map(t -> parsed(t.messages()));
    read.ifPresent(template -> owned.put(key, template));
    if (owned.size() > MOST_OWNED) {
      owned.remove(owned.firstEntry().getKey());
    }
    return read;
  }

  /** Throws {@link IllegalArgumentException} if the text is not a JSON array. */
  Template parsed(String messages) {
    try {
      if (json.readTree(messages) instanceof ArrayNode array) {
        return new Template("of the shop", array);
      }
      throw new IllegalArgumentException("a template must be a JSON array");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a template must be JSON", e);
    }
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
  public Rendered reply(Reply reply, Language language, SortedMap<String, String> values) {
    return written(replies.get(new Spoken(reply, language)).fill(values, List.of()));
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
