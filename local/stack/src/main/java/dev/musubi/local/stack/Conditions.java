package dev.musubi.local.stack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The template's conditions: {@code Equals}, {@code Not}, {@code And} and {@code Or}. */
final class Conditions {
  private final Map<?, ?> declared;
  private final Deque<String> underWay = new ArrayDeque<>();

  Conditions(Map<?, ?> declared) {
    this.declared = declared;
  }

  /** Whether the condition {@code name} holds. */
  boolean holds(String path, String name, Intrinsics intrinsics) {
    Object rule =
        Optional.<Object>ofNullable(declared.get(name))
            .orElseThrow(
                () -> TemplateException.at(path, "the condition " + name + " is not declared"));
    if (underWay.contains(name)) {
      throw TemplateException.at(path, "the condition " + name + " depends on itself");
    }
    underWay.push(name);
    try {
      return test("Conditions." + name, rule, intrinsics);
    } finally {
      underWay.pop();
    }
  }

  private boolean test(String path, Object rule, Intrinsics intrinsics) {
    if (!(rule instanceof Map<?, ?> map) || map.size() != 1) {
      throw TemplateException.at(path, "a condition is one function");
    }
    Object argument = map.values().iterator().next();
    String function = (String) map.keySet().iterator().next();
    return switch (function) {
      case "Condition" -> holds(path, Block.asText(path, argument), intrinsics);
      case "Fn::Not" -> !test(path, list(path, argument).getFirst(), intrinsics);
      case "Fn::And" ->
          list(path, argument).stream().allMatch(item -> test(path, item, intrinsics));
      case "Fn::Or" -> list(path, argument).stream().anyMatch(item -> test(path, item, intrinsics));
      case "Fn::Equals" -> equal(path, list(path, argument), intrinsics);
      default ->
          throw TemplateException.at(
              path, "the condition function " + function + " is not understood");
    };
  }

  private static boolean equal(String path, List<?> sides, Intrinsics intrinsics) {
    if (sides.size() != 2) {
      throw TemplateException.at(path, "Equals takes two values");
    }
    return intrinsics.resolve(path, sides.get(0)).equals(intrinsics.resolve(path, sides.get(1)));
  }

  private static List<?> list(String path, Object argument) {
    if (argument instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    throw TemplateException.at(path, "a condition function takes a list");
  }
}
