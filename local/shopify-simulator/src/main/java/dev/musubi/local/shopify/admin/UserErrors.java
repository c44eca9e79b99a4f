package dev.musubi.local.shopify.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The two shapes of a mutation's answer: done, or refused with the reason. */
final class UserErrors {
  private UserErrors() {}

  static Map<String, Object> none(String field, Object value) {
    return Map.of(field, value, "userErrors", List.of());
  }

  /** The path of the argument is given with dots. */
  static Map<String, Object> only(String path, String message) {
    List<String> field = Arrays.asList(path.split("\\."));
    return Map.of("userErrors", List.of(Map.of("field", field, "message", message)));
  }
}
