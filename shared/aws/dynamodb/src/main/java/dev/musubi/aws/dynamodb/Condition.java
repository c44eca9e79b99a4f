package dev.musubi.aws.dynamodb;

import dev.musubi.core.shop.Version;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What must hold for a write, as an expression with its values. */
record Condition(String expression, Map<String, AttributeValue> values) {

  static Condition of(String expression) {
    return new Condition(expression, new HashMap<>());
  }

  /** The stored version is still the one that was seen, or nothing is stored for none. */
  static Condition still(Version seen) {
    return seen.equals(Version.NONE)
        ? of("attribute_not_exists(pk)")
        : of("version = :seen").with(":seen", Item.number(seen.number()));
  }

  Condition with(String name, AttributeValue value) {
    Map<String, AttributeValue> next = new HashMap<>(values);
    next.put(name, value);
    return new Condition(expression, next);
  }

  /** The values, or nothing: DynamoDB refuses an empty map. */
  Map<String, AttributeValue> valuesOrNull() {
    return values.isEmpty() ? null : values;
  }
}
