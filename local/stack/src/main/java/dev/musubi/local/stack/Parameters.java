package dev.musubi.local.stack;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** The template's parameters with their defaults, or what the caller gives instead. */
final class Parameters {
  private Parameters() {}

  static Map<String, Object> read(Block declared, Map<String, String> given) {
    given.keySet().stream()
        .filter(name -> !declared.has(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new TemplateException(
                  "The template has no parameter %s to override.".formatted(name));
            });
    Map<String, Object> result = new LinkedHashMap<>();
    for (String name : declared.keys()) {
      result.put(name, value(declared.needBlock(name), Optional.ofNullable(given.get(name))));
    }
    return result;
  }

  private static Object value(Block parameter, Optional<String> given) {
    String type = parameter.need("Type");
    Optional<String> byDefault = parameter.text("Default");
    List<String> allowed = parameter.texts("AllowedValues");
    String pattern = parameter.textOr("AllowedPattern", ".*");
    parameter.without("Description", "NoEcho", "ConstraintDescription");
    parameter.without("MinLength", "MaxLength", "MinValue", "MaxValue");
    parameter.end();
    String value =
        given
            .or(() -> byDefault)
            .orElseThrow(
                () ->
                    TemplateException.at(
                        parameter.path(), "it has no default and no value is given"));
    if (!allowed.isEmpty() && !allowed.contains(value)) {
      throw TemplateException.at(
          parameter.path(), "'" + value + "' is not one of the allowed values");
    }
    if (!matches(parameter.path(), value, pattern)) {
      throw TemplateException.at(
          parameter.path(), "'" + value + "' does not match the allowed pattern");
    }
    return switch (type) {
      case "String", "Number" -> value;
      case "CommaDelimitedList" -> Arrays.stream(value.split(",")).map(String::strip).toList();
      default ->
          throw TemplateException.at(
              parameter.path(), "the parameter type " + type + " is not understood");
    };
  }

  private static boolean matches(String path, String value, String pattern) {
    try {
      return value.matches(pattern);
    } catch (PatternSyntaxException e) {
      throw TemplateException.at(path, "its AllowedPattern is no pattern");
    }
  }
}
