package dev.musubi.local.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves {@code Ref}, {@code Fn::GetAtt}, {@code Fn::Sub} and {@code Fn::If} in a value, and
 * refuses every other intrinsic. See <a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">the
 * reference</a>.
 */
final class Intrinsics {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");

  /** What names in a template stand for. */
  interface Names {
    /** What {@code Ref name} is, or empty when nothing has that name. */
    Optional<Object> ref(String name);

    /** What {@code GetAtt name.attribute} is, or empty when there is no such thing. */
    Optional<String> attribute(String name, String attribute);

    /** Whether the condition {@code name} holds. */
    boolean condition(String path, String name);
  }

  private final Names names;

  Intrinsics(Names names) {
    this.names = names;
  }

  /** The value with every intrinsic replaced; empty where it is {@code AWS::NoValue}. */
  Optional<Object> resolve(String path, Object value) {
    return switch (value) {
      case Map<?, ?> map when intrinsic(map) -> function(path, map.entrySet().iterator().next());
      case Map<?, ?> map -> Optional.of(mapping(path, map));
      case List<?> list -> Optional.of(sequence(path, list));
      default -> Optional.of(value);
    };
  }

  /** The resolved mapping. */
  Map<String, Object> mapping(String path, Map<?, ?> map) {
    Map<String, Object> result = new LinkedHashMap<>();
    map.forEach(
        (key, value) ->
            resolve(path + "." + key, value).ifPresent(v -> result.put((String) key, v)));
    return result;
  }

  private List<Object> sequence(String path, List<?> list) {
    List<Object> result = new ArrayList<>();
    list.forEach(item -> resolve(path, item).ifPresent(result::add));
    return result;
  }

  private static boolean intrinsic(Map<?, ?> map) {
    return map.size() == 1
        && map.keySet().iterator().next() instanceof String key
        && (key.equals("Ref") || key.startsWith("Fn::"));
  }

  private Optional<Object> function(String path, Map.Entry<?, ?> call) {
    String name = (String) call.getKey();
    Object argument = call.getValue();
    return switch (name) {
      case "Ref" -> ref(path, argument);
      case "Fn::GetAtt" -> Optional.of(attribute(path, argument));
      case "Fn::Sub" -> Optional.of(sub(path, argument));
      case "Fn::If" -> choose(path, argument);
      default -> throw TemplateException.at(path, "the intrinsic " + name + " is not understood");
    };
  }

  private Optional<Object> ref(String path, Object argument) {
    if (!(argument instanceof String name)) {
      throw TemplateException.at(path, "Ref takes a name");
    }
    if (name.equals("AWS::NoValue")) {
      return Optional.empty();
    }
    return Optional.of(
        names
            .ref(name)
            .orElseThrow(() -> TemplateException.at(path, "Ref names the unknown " + name)));
  }

  private String attribute(String path, Object argument) {
    if (argument instanceof List<?> parts
        && parts.size() == 2
        && parts.get(0) instanceof String name
        && parts.get(1) instanceof String attribute) {
      return names
          .attribute(name, attribute)
          .orElseThrow(
              () ->
                  TemplateException.at(path, "GetAtt names the unknown " + name + "." + attribute));
    }
    throw TemplateException.at(path, "GetAtt takes a resource and one attribute");
  }

  private String sub(String path, Object argument) {
    if (argument instanceof String text) {
      return fill(path, text, Map.of());
    }
    if (argument instanceof List<?> parts
        && parts.size() == 2
        && parts.get(0) instanceof String text
        && parts.get(1) instanceof Map<?, ?> own) {
      return fill(path, text, mapping(path, own));
    }
    throw TemplateException.at(path, "Sub takes a text, or a text and a mapping");
  }

  private String fill(String path, String text, Map<String, Object> own) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(placeholder(path, match, own)));
  }

  private String placeholder(String path, MatchResult match, Map<String, Object> own) {
    String name = match.group(2).strip();
    if (!match.group(1).isEmpty()) {
      return "${" + name + "}";
    }
    int dot = name.indexOf('.');
    Optional<?> value =
        own.containsKey(name)
            ? Optional.of(own.get(name))
            : dot < 0
                ? names.ref(name)
                : names.attribute(name.substring(0, dot), name.substring(dot + 1));
    return value
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .orElseThrow(() -> TemplateException.at(path, "Sub names the unknown " + name));
  }

  private Optional<Object> choose(String path, Object argument) {
    if (argument instanceof List<?> parts
        && parts.size() == 3
        && parts.get(0) instanceof String name) {
      return resolve(path, names.condition(path, name) ? parts.get(1) : parts.get(2));
    }
    throw TemplateException.at(path, "If takes a condition and two values");
  }
}
