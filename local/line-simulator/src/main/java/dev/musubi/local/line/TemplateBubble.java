package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** How a phone shows a templated notification message: as a Flex message of the same content. */
final class TemplateBubble {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TemplateBubble() {}

  static JsonNode of(JsonNode message, NotificationTemplates words) {
    var title = words(words.templates(), message.path("templateKey"));
    var body = message.path("body");
    var flex = JSON.objectNode().put("type", "flex").put("altText", title);
    var bubble = flex.putObject("contents").put("type", "bubble");
    var rows = box(bubble.putObject("body"));
    rows.addObject()
        .put("type", "text")
        .put("text", title)
        .put("weight", "bold")
        .put("size", "lg")
        .put("wrap", true);
    if (body.hasNonNull("emphasizedItem")) {
      var item = body.get("emphasizedItem");
      label(rows, words(words.items(), item.path("itemKey")));
      rows.addObject()
          .put("type", "text")
          .put("text", item.path("content").asText())
          .put("weight", "bold")
          .put("size", "xl")
          .put("wrap", true);
    }
    for (var item : body.path("items")) {
      label(rows, words(words.items(), item.path("itemKey")));
      rows.addObject()
          .put("type", "text")
          .put("text", item.path("content").asText())
          .put("wrap", true);
    }
    if (!body.path("buttons").isEmpty()) {
      buttons(box(bubble.putObject("footer")), body.path("buttons"), words);
    }
    return flex;
  }

  private static void buttons(ArrayNode out, JsonNode buttons, NotificationTemplates words) {
    for (var button : buttons) {
      out.addObject()
          .put("type", "button")
          .putObject("action")
          .put("type", "uri")
          .put("label", words(words.buttons(), button.path("buttonKey")))
          .put("uri", button.path("url").asText());
    }
  }

  private static void label(ArrayNode rows, String text) {
    rows.addObject()
        .put("type", "text")
        .put("text", text)
        .put("size", "xs")
        .put("color", "#767676")
        .put("margin", "md")
        .put("wrap", true);
  }

  private static ArrayNode box(ObjectNode box) {
    return box.put("type", "box").put("layout", "vertical").putArray("contents");
  }

  private static String words(Map<String, String> known, JsonNode key) {
    return known.getOrDefault(key.asText(), key.asText());
  }
}
