package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a person taps: the newest message that carries it, else the rich menu. */
final class Taps {
  private static final List<String> NAMES =
      List.of("label", "data", "uri", "text", "displayText", "clipboardText");

  private Taps() {}

  /** The action whose label, postback data or address is {@code wanted}. */
  static Optional<JsonNode> find(Channel channel, String userId, String wanted) {
    for (var line : channel.chat(userId).reversed()) {
      var found = line.byPerson() ? Optional.<JsonNode>empty() : in(line.message(), wanted);
      if (found.isPresent()) {
        return found;
      }
    }
    return channel.menuOf(userId).flatMap(menu -> in(menu, wanted));
  }

  private static Optional<JsonNode> in(JsonNode tree, String wanted) {
    var actions = new ArrayList<JsonNode>();
    collect(tree, actions);
    return actions.stream()
        .filter(action -> NAMES.stream().anyMatch(name -> wanted.equals(text(action, name))))
        .findFirst();
  }

  private static void collect(JsonNode tree, List<JsonNode> actions) {
    for (var property : tree.properties()) {
      switch (property.getKey()) {
        case "action", "defaultAction" -> actions.add(property.getValue());
        case "actions" -> property.getValue().forEach(actions::add);
        default -> collect(property.getValue(), actions);
      }
    }
    if (tree.isArray()) {
      tree.forEach(element -> collect(element, actions));
    }
  }

  private static String text(JsonNode action, String name) {
    return action.path(name).asText();
  }
}
