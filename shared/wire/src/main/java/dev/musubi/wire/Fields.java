package dev.musubi.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads the fields of one JSON object; what is missing or of another type is a {@link
 * MalformedJson} that names the path.
 */
public final class Fields {

  private final ObjectNode object;
  private final String path;

  Fields(ObjectNode object, String path) {
    this.object = object;
    this.path = path;
  }

  String text(String name) {
    return maybeText(name).orElseThrow(() -> wrong(name, "text"));
  }

  Optional<String> maybeText(String name) {
    return present(name)
        .map(node -> Optional.ofNullable(node.textValue()).orElseThrow(() -> wrong(name, "text")));
  }

  int whole(String name) {
    return maybeWhole(name).orElseThrow(() -> wrong(name, "a whole number"));
  }

  Optional<Integer> maybeWhole(String name) {
    return present(name)
        .map(
            node -> {
              if (!node.isIntegralNumber() || !node.canConvertToInt()) {
                throw wrong(name, "a whole number");
              }
              return node.intValue();
            });
  }

  long number(String name) {
    return present(name)
        .filter(node -> node.isIntegralNumber() && node.canConvertToLong())
        .orElseThrow(() -> wrong(name, "a whole number"))
        .longValue();
  }

  boolean flag(String name) {
    return maybeFlag(name).orElseThrow(() -> wrong(name, "true or false"));
  }

  Optional<Boolean> maybeFlag(String name) {
    return present(name)
        .map(
            node -> {
              if (!node.isBoolean()) {
                throw wrong(name, "true or false");
              }
              return node.booleanValue();
            });
  }

  /** What a former version did not write has the value that it had then. */
  boolean flag(String name, boolean missing) {
    return present(name).isEmpty() ? missing : flag(name);
  }

  Instant instant(String name) {
    return parsed(name, "an instant", Instant::parse);
  }

  LocalDate date(String name) {
    return parsed(name, "a date", LocalDate::parse);
  }

  LocalTime time(String name) {
    return parsed(name, "a time of day", LocalTime::parse);
  }

  <E extends Enum<E>> E one(String name, Class<E> type) {
    return parsed(name, "a known value", text -> Enum.valueOf(type, text));
  }

  /** A text that {@code parse} understands; {@code what} says what was expected if not. */
  <T> T parsed(String name, String what, Function<String, T> parse) {
    String text = text(name);
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(name, what);
    }
  }

  /** A text that {@code parse} understands, or nothing where the field is missing or null. */
  <T> Optional<T> maybe(String name, String what, Function<String, T> parse) {
    return maybeText(name).map(present -> parsed(name, what, parse));
  }

  /** A list of texts that {@code parse} understands. */
  <T> List<T> parsedList(String name, String what, Function<String, T> parse) {
    List<T> parsed = new ArrayList<>();
    for (JsonNode node : nodes(name)) {
      try {
        parsed.add(parse.apply(node.asText()));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw wrong(name, what);
      }
    }
    return parsed;
  }

  Optional<BigDecimal> maybeAmount(String name) {
    return present(name)
        .map(
            node -> {
              if (!node.isNumber()) {
                throw wrong(name, "a number");
              }
              return node.decimalValue();
            });
  }

  Fields object(String name) {
    return maybeObject(name).orElseThrow(() -> wrong(name, "an object"));
  }

  Optional<Fields> maybeObject(String name) {
    return present(name).map(node -> fields(node, name));
  }

  List<Fields> objects(String name) {
    return nodes(name).stream().map(node -> fields(node, name + "[]")).toList();
  }

  List<Long> numbers(String name) {
    return nodes(name).stream()
        .map(
            node -> {
              if (!node.isIntegralNumber() || !node.canConvertToLong()) {
                throw wrong(name, "a list of whole numbers");
              }
              return node.longValue();
            })
        .toList();
  }

  /** The fields of this object, all of them text. */
  SortedMap<String, String> texts() {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      texts.put(field.getKey(), text(field.getKey()));
    }
    return texts;
  }

  /** The fields of this object, all of them objects, in the order of their names. */
  SortedMap<String, Fields> objects() {
    SortedMap<String, Fields> objects = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      objects.put(field.getKey(), object(field.getKey()));
    }
    return objects;
  }

  MalformedJson wrong(String name, String what) {
    return new MalformedJson("'" + path + name + "' must be " + what);
  }

  private List<JsonNode> nodes(String name) {
    JsonNode list =
        present(name).filter(JsonNode::isArray).orElseThrow(() -> wrong(name, "a list"));
    List<JsonNode> nodes = new ArrayList<>();
    list.forEach(nodes::add);
    return nodes;
  }

  private Fields fields(JsonNode node, String name) {
    if (node instanceof ObjectNode child) {
      return new Fields(child, path + name + ".");
    }
    throw wrong(name, "an object");
  }

  private Optional<JsonNode> present(String name) {
    return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
  }
}
