package dev.musubi.aws.queues;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A webhook that is too large for a queue even when it is compressed, with less and less of what
 * nobody reads: descriptions, notes and properties are long texts, while ids, times, prices and
 * addresses are short. The last form has nothing but the short values of the outermost object.
 */
final class Shortened {

  private static final List<Integer> LONGEST_TEXTS = List.of(2_000, 500);
  private static final int LONGEST_AT_LAST = 200;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Shortened() {}

  /** Every form, the fullest first; of what is no JSON object nothing is left. */
  static Stream<String> forms(String body) {
    JsonNode whole = read(body);
    return Stream.concat(
        LONGEST_TEXTS.stream().map(longest -> without(whole, longest).toString()),
        Stream.of(outermost(whole)).map(JsonNode::toString));
  }

  private static JsonNode read(String body) {
    try {
      JsonNode read = JSON.readTree(body);
      return read.isObject() ? read : JSON.createObjectNode();
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }

  private static JsonNode without(JsonNode node, int longest) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode next = make.objectNode();
        object.properties().forEach(f -> next.set(f.getKey(), without(f.getValue(), longest)));
        yield next;
      }
      case ArrayNode array -> {
        ArrayNode next = make.arrayNode();
        array.forEach(element -> next.add(without(element, longest)));
        yield next;
      }
      default -> tooLong(node, longest) ? make.nullNode() : node;
    };
  }

  private static JsonNode outermost(JsonNode whole) {
    ObjectNode next = JsonNodeFactory.instance.objectNode();
    whole
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (value.isValueNode() && !tooLong(value, LONGEST_AT_LAST)) {
                next.set(field.getKey(), value);
              }
            });
    return next;
  }

  private static boolean tooLong(JsonNode value, int longest) {
    return value.isTextual() && value.textValue().length() > longest;
  }
}
