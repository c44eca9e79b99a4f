package dev.musubi.local.world.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One route of the HTTP API: {@code ANY} or a method, and a path with {@code {variables}} and
 * perhaps a {@code {greedy+}} one at its end, that lead to a function.
 *
 * @param perSecond how many requests the route takes per second in the long run
 * @param burst how many at once
 */
public record Route(String method, String path, String function, double perSecond, int burst) {
  static final String ANY = "ANY";

  public Route {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("'path' must begin with '/', not '" + path + "'");
    }
    if (perSecond <= 0 || burst < 1) {
      throw new IllegalArgumentException("'perSecond' and 'burst' must be positive");
    }
  }

  /** The name that API Gateway gives the route. */
  String key() {
    return method + " " + path;
  }

  boolean takes(String requestMethod) {
    return method.equals(ANY) || method.equals(requestMethod);
  }

  /** The variables' values, when the route fits a decoded request path. */
  Optional<Map<String, String>> match(List<String> requested) {
    var parts = parts(path);
    if (requested.size() < parts.size() || !isGreedy() && requested.size() > parts.size()) {
      return Optional.empty();
    }
    var variables = new LinkedHashMap<String, String>();
    for (var at = 0; at < parts.size(); at++) {
      var part = parts.get(at);
      var value = requested.get(at);
      if (part.endsWith("+}")) {
        value = String.join("/", requested.subList(at, requested.size()));
        variables.put(part.substring(1, part.length() - 2), value);
      } else if (isVariable(part) && !value.isEmpty()) {
        variables.put(part.substring(1, part.length() - 1), value);
      } else if (!part.equals(value)) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  boolean isGreedy() {
    return path.endsWith("+}");
  }

  long fixedParts() {
    return parts(path).stream().filter(part -> !isVariable(part)).count();
  }

  private static boolean isVariable(String part) {
    return part.startsWith("{") && part.endsWith("}");
  }

  static List<String> parts(String path) {
    return List.of(path.substring(1).split("/", -1));
  }
}
