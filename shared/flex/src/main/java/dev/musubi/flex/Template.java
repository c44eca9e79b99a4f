package dev.musubi.flex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A LINE message array with places for values.
 *
 * <p>A text holds <code>{name}</code> or <code>{name|fallback}</code>; a value fills texts only and
 * can never change the structure. <code>{"each": element}</code> in an array stands for one element
 * an item, in which the item's values come first. An object with <code>"if": "name"</code> is left
 * out where that value is missing. A blank value is a missing one.
 */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)(?:\\|([^{}]*))?}");
  private static final String EACH = "each";
  private static final String IF = "if";

  private final String name;
  private final ArrayNode messages;

  Template(String name, ArrayNode messages) {
    this.name = name;
    this.messages = messages;
  }

  ArrayNode fill(SortedMap<String, String> values, List<SortedMap<String, String>> items) {
    return new Filling(values, items).array(messages);
  }

  /** One filling of the template: the values in reach, and the items that a repetition is over. */
  private final class Filling {
    private final SortedMap<String, String> values;
    private final List<SortedMap<String, String>> items;

    Filling(SortedMap<String, String> values, List<SortedMap<String, String>> items) {
      this.values = values;
      this.items = items;
    }

    ArrayNode array(ArrayNode template) {
      ArrayNode filled = JsonNodeFactory.instance.arrayNode();
      for (JsonNode element : template) {
        if (element.has(EACH)) {
          items.forEach(item -> in(item).node(element.get(EACH)).ifPresent(filled::add));
        } else {
          node(element).ifPresent(filled::add);
        }
      }
      return filled;
    }

    private Filling in(SortedMap<String, String> item) {
      SortedMap<String, String> both = new TreeMap<>(values);
      both.putAll(item);
      return new Filling(both, List.of());
    }

    private Optional<JsonNode> node(JsonNode template) {
      return switch (template) {
        case ObjectNode object -> object(object).map(JsonNode.class::cast);
        case ArrayNode array -> Optional.of(array(array));
        case TextNode text -> Optional.of(text(text));
        default -> Optional.of(template);
      };
    }

    private Optional<ObjectNode> object(ObjectNode template) {
      if (template.has(IF) && value(condition(template.get(IF))).isEmpty()) {
        return Optional.empty();
      }
      ObjectNode filled = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> property : template.properties()) {
        if (!property.getKey().equals(IF)) {
          node(property.getValue()).ifPresent(node -> filled.set(property.getKey(), node));
        }
      }
      return Optional.of(filled);
    }

    /** Most texts are words of the format and have no place: they are taken as they are. */
    private TextNode text(TextNode template) {
      String text = template.textValue();
      return text.indexOf('{') < 0 ? template : TextNode.valueOf(text(text));
    }

    private String condition(JsonNode named) {
      if (!named.isTextual()) {
        throw new IllegalArgumentException(
            "template " + name + " must name the value of an '" + IF + "'");
      }
      return named.textValue();
    }

    private String text(String template) {
      return PLACE
          .matcher(template)
          .replaceAll(
              place ->
                  Matcher.quoteReplacement(
                      value(place.group(1))
                          .or(() -> Optional.ofNullable(place.group(2)))
                          .orElseThrow(() -> missing(place.group(1)))));
    }

    private Optional<String> value(String variable) {
      return Optional.ofNullable(values.get(variable)).filter(value -> !value.isBlank());
    }

    private IllegalArgumentException missing(String variable) {
      return new IllegalArgumentException(
          "template " + name + " needs a value for '" + variable + "'");
    }
  }
}
