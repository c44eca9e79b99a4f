package dev.musubi.local.line.limits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rule of an object: its properties with a rule each, and those that must be there. A closed
 * shape refuses properties that it does not know, as LINE does inside Flex.
 */
record Shape(Map<String, Rule> properties, List<String> required, boolean closed) implements Rule {

  static Shape open() {
    return new Shape(Map.of(), List.of(), false).optional("type", Rules.string());
  }

  static Shape strict() {
    return new Shape(Map.of(), List.of(), true).optional("type", Rules.string());
  }

  Shape optional(String name, Rule rule) {
    var more = new LinkedHashMap<>(properties);
    more.put(name, rule);
    return new Shape(more, required, closed);
  }

  Shape required(String name, Rule rule) {
    var more = new ArrayList<>(required);
    more.add(name);
    return new Shape(optional(name, rule).properties, more, closed);
  }

  Shape optional(Rule rule, String... names) {
    var shape = this;
    for (var name : names) {
      shape = shape.optional(name, rule);
    }
    return shape;
  }

  @Override
  public void check(JsonNode value, Place at, List<Complaint> out) {
    if (!value.isObject()) {
      out.add(new Complaint(at, Rules.INVALID));
      return;
    }
    for (var name : required) {
      if (!value.hasNonNull(name)) {
        out.add(new Complaint(at.child(name), Rules.MISSING));
      }
    }
    for (var property : value.properties()) {
      var rule = properties.get(property.getKey());
      if (rule != null && !property.getValue().isNull()) {
        rule.check(property.getValue(), at.child(property.getKey()), out);
      } else if (rule == null && closed) {
        out.add(new Complaint(at.child(property.getKey()), "unknown field"));
      }
    }
  }
}
