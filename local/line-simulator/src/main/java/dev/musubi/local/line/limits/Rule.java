package dev.musubi.local.line.limits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What one value must be. */
@FunctionalInterface
interface Rule {

  /** Adds a complaint for everything that is wrong with the value. */
  void check(JsonNode value, Place at, List<Complaint> out);

  default Rule and(Rule other) {
    return (value, at, out) -> {
      check(value, at, out);
      other.check(value, at, out);
    };
  }

  default List<Complaint> complaints(JsonNode value, Place at) {
    var out = new ArrayList<Complaint>();
    check(value, at, out);
    return List.copyOf(out);
  }
}
