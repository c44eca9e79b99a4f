package dev.musubi.local.shopify.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.shopify.search.SearchQuery;
import dev.musubi.local.shopify.shop.Subscription.Terms;
import java.util.ArrayList;
import java.util.List;

/**
 * What a subscription wants of an event: none of those that its filter does not match, and of the
 * others the fields that it includes.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/customize/filters">Shopify: webhook
 *     filters</a>
 */
final class Narrowed {
  private Narrowed() {}

  static boolean wanted(Event event, Terms terms) {
    return terms
        .filter()
        .map(filter -> SearchQuery.parse(filter).matches(path -> values(event.payload(), path)))
        .orElse(true);
  }

  /** Every value at a path of names with dots between them, through lists too. */
  private static List<String> values(JsonNode node, String path) {
    String[] parts = path.split("\\.", 2);
    List<String> values = new ArrayList<>();
    for (JsonNode one : node.isArray() ? node : List.of(node)) {
      JsonNode child = one.path(parts[0]);
      if (parts.length == 2) {
        values.addAll(values(child, parts[1]));
      } else {
        for (JsonNode leaf : child.isArray() ? child : List.of(child)) {
          if (leaf.isValueNode() && !leaf.isNull()) {
            values.add(leaf.asText());
          }
        }
      }
    }
    return values;
  }

  static ObjectNode payload(Event event, Terms terms) {
    List<String> fields = terms.includeFields();
    return fields.isEmpty() ? event.payload() : only(event.payload(), fields);
  }

  private static ObjectNode only(ObjectNode whole, List<String> fields) {
    ObjectNode part = Fields.object();
    for (String field : fields) {
      String[] path = field.split("\\.", 2);
      JsonNode value = whole.path(path[0]);
      if (path.length == 1 && !value.isMissingNode()) {
        part.set(path[0], value);
      } else if (path.length == 2 && (value.isObject() || value.isArray())) {
        List<String> below =
            fields.stream()
                .filter(f -> f.startsWith(path[0] + "."))
                .map(f -> f.substring(path[0].length() + 1))
                .toList();
        part.set(path[0], below(value, below));
      }
    }
    return part;
  }

  private static JsonNode below(JsonNode value, List<String> fields) {
    if (value instanceof ObjectNode object) {
      return only(object, fields);
    }
    if (!value.isArray()) {
      return value;
    }
    ArrayNode list = Fields.object().arrayNode();
    value.forEach(one -> list.add(below(one, fields)));
    return list;
  }
}
