package dev.musubi.local.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A mapping of the template whose intrinsics are resolved, read key by key; {@link #end} refuses
 * what nobody read, so that nothing in a template is ignored by accident.
 */
final class Block {
  /** The path of the template's top mapping. */
  static final String ROOT = "Template";

  private final String path;
  private final Map<String, Object> values;
  private final Set<String> read = new HashSet<>();

  Block(String path, Map<String, Object> values) {
    this.path = path;
    this.values = values;
  }

  String path() {
    return path;
  }

  Map<String, Object> values() {
    return values;
  }

  Set<String> keys() {
    return values.keySet();
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<String> text(String key) {
    return raw(key).map(v -> asText(at(key), v));
  }

  String textOr(String key, String otherwise) {
    return text(key).orElse(otherwise);
  }

  String need(String key) {
    return text(key).orElseThrow(() -> TemplateException.at(path, key + " is missing"));
  }

  OptionalInt number(String key) {
    Optional<String> text = text(key);
    return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(parse(key, text.get()));
  }

  int numberOr(String key, int otherwise) {
    return number(key).orElse(otherwise);
  }

  Duration seconds(String key, long otherwise) {
    OptionalInt given = number(key);
    return Duration.ofSeconds(given.isPresent() ? given.getAsInt() : otherwise);
  }

  Optional<Double> decimal(String key) {
    return text(key)
        .map(
            t -> {
              try {
                return Double.parseDouble(t);
              } catch (NumberFormatException e) {
                throw TemplateException.at(at(key), "'" + t + "' is not a number");
              }
            });
  }

  boolean flag(String key) {
    String text = textOr(key, "false");
    if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
      throw TemplateException.at(at(key), "'" + text + "' is neither true nor false");
    }
    return text.equalsIgnoreCase("true");
  }

  Optional<Block> block(String key) {
    return raw(key).map(v -> asBlock(at(key), v));
  }

  Block needBlock(String key) {
    return block(key).orElseThrow(() -> TemplateException.at(path, key + " is missing"));
  }

  /** The blocks of a list; a single block stands for a list of one. */
  List<Block> blocks(String key) {
    List<Block> result = new ArrayList<>();
    for (Object item : items(key)) {
      result.add(asBlock(at(key) + "[" + result.size() + "]", item));
    }
    return result;
  }

  /** The texts of a list; a single text stands for a list of one. */
  List<String> texts(String key) {
    return items(key).stream().map(item -> asText(at(key), item)).toList();
  }

  /** All keys with their texts, for example a function's environment. */
  Map<String, String> allTexts() {
    Map<String, String> result = new LinkedHashMap<>();
    keys().forEach(key -> result.put(key, need(key)));
    return result;
  }

  /** Names keys that are understood and have no effect on the local world. */
  void without(String... effectless) {
    read.addAll(List.of(effectless));
  }

  /** Refuses the first key that nobody read. */
  void end() {
    values.keySet().stream()
        .filter(key -> !read.contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw TemplateException.at(path, "the property " + key + " is not understood");
            });
  }

  /** Turns a record's own refusal into one that names the place. */
  <T> T build(Supplier<T> record) {
    try {
      return record.get();
    } catch (IllegalArgumentException e) {
      throw TemplateException.at(path, e.getMessage());
    }
  }

  Optional<Object> raw(String key) {
    read.add(key);
    return Optional.ofNullable(values.get(key));
  }

  private List<?> items(String key) {
    Object value = raw(key).orElse(List.of());
    return value instanceof List<?> list ? list : List.of(value);
  }

  private int parse(String key, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw TemplateException.at(at(key), "'" + text + "' is not a whole number");
    }
  }

  private String at(String key) {
    return path.equals(ROOT) ? key : path + "." + key;
  }

  static String asText(String path, Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw TemplateException.at(path, "text is expected");
  }

  static Block asBlock(String path, Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> typed = new LinkedHashMap<>();
      map.forEach((k, v) -> typed.put((String) k, v));
      return new Block(path, typed);
    }
    throw TemplateException.at(path, "a mapping is expected");
  }
}
