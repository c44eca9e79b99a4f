package dev.musubi.flex;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.musubi.core.wording.Rendered;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * LINE's limits on text and Flex messages, their quick replies and their actions.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#message-objects">Message
 *     objects</a>
 */
public final class FlexLimits {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BUBBLE_BYTES = 30 * 1024;
  private static final int CAROUSEL_BYTES = 50 * 1024;
  private static final int BUTTON_LABEL = 40;
  private static final int QUICK_REPLY_LABEL = 20;

  private final List<String> complaints = new ArrayList<>();

  private FlexLimits() {}

  /** What LINE would object to, each with the property it is about; empty if all is well. */
  public static List<String> check(Rendered rendered) {
    FlexLimits limits = new FlexLimits();
    try {
      limits.messages(JSON.readTree(rendered.messages()));
    } catch (JsonProcessingException e) {
      limits.complain("messages", "must be JSON");
    }
    return List.copyOf(limits.complaints);
  }

  private void messages(JsonNode messages) {
    between("messages", messages.isArray() ? messages.size() : 0, 1, 5, "messages");
    each("messages", messages, this::message);
  }

  private void message(String at, JsonNode message) {
    switch (message.path("type").asText()) {
      case "text" -> units(at + ".text", message.path("text"), 5000);
      case "flex" -> {
        units(at + ".altText", message.path("altText"), 1500);
        container(at + ".contents", message.path("contents"));
      }
      default -> complain(at + ".type", "must be text or flex");
    }
    JsonNode items = message.at("/quickReply/items");
    if (!items.isMissingNode()) {
      between(at + ".quickReply.items", items.size(), 1, 13, "buttons");
      each(
          at + ".quickReply.items",
          items,
          (place, item) -> action(place + ".action", item.path("action"), QUICK_REPLY_LABEL));
    }
  }

  private void container(String at, JsonNode container) {
    switch (container.path("type").asText()) {
      case "bubble" -> bubble(at, container);
      case "carousel" -> {
        JsonNode bubbles = container.path("contents");
        between(at + ".contents", bubbles.size(), 1, 12, "bubbles");
        bytes(at, container, CAROUSEL_BYTES);
        each(at + ".contents", bubbles, this::bubble);
        if (bubbles.valueStream().map(bubble -> bubble.path("size")).distinct().count() > 1) {
          complain(at + ".contents", "must have bubbles of one size");
        }
      }
      default -> complain(at + ".type", "must be bubble or carousel");
    }
  }

  private void bubble(String at, JsonNode bubble) {
    bytes(at, bubble, BUBBLE_BYTES);
    for (String block : List.of("header", "hero", "body", "footer")) {
      if (bubble.has(block)) {
        component(at + "." + block, bubble.get(block));
      }
    }
  }

  private void component(String at, JsonNode component) {
    switch (component.path("type").asText()) {
      case "text" -> units(at + ".text", component.path("text"), Integer.MAX_VALUE);
      case "image" -> url(at + ".url", component.path("url"), 2000, List.of("https"));
      case "box" -> each(at + ".contents", component.path("contents"), this::component);
      case "button", "separator", "filler" -> {}
      default -> complain(at + ".type", "must be text, image, box, button, separator or filler");
    }
    if (component.has("action") || component.path("type").asText().equals("button")) {
      action(at + ".action", component.path("action"), BUTTON_LABEL);
    }
  }

  private void action(String at, JsonNode action, int longestLabel) {
    graphemes(at + ".label", action.path("label").asText(), longestLabel);
    switch (action.path("type").asText()) {
      case "postback" -> {
        units(at + ".data", action.path("data"), 300);
        graphemes(at + ".displayText", action.path("displayText").asText(), 300);
      }
      case "uri" ->
          url(at + ".uri", action.path("uri"), 1000, List.of("http", "https", "line", "tel"));
      case "message" -> graphemes(at + ".text", action.path("text").asText(), 300);
      default -> complain(at + ".type", "must be postback, uri or message");
    }
  }

  private void url(String at, JsonNode url, int most, List<String> schemes) {
    units(at, url, most);
    String text = url.asText();
    if (schemes.stream().noneMatch(scheme -> text.startsWith(scheme + ":"))) {
      complain(at, "must start with one of " + schemes);
    }
    if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      complain(at, "must be percent-encoded");
    }
  }

  private void units(String at, JsonNode text, int most) {
    between(at, text.asText().length(), 1, most, "characters");
  }

  private void graphemes(String at, String text, int most) {
    BreakIterator characters = BreakIterator.getCharacterInstance();
    characters.setText(text);
    int count = 0;
    while (characters.next() != BreakIterator.DONE) {
      count++;
    }
    between(at, count, 0, most, "characters");
  }

  private void bytes(String at, JsonNode node, int most) {
    between(at, node.toString().getBytes(StandardCharsets.UTF_8).length, 1, most, "bytes");
  }

  private void between(String at, int count, int least, int most, String what) {
    if (count < least || count > most) {
      complain(at, "must have " + least + " to " + most + " " + what + " and has " + count);
    }
  }

  private void complain(String at, String what) {
    complaints.add("'" + at + "' " + what);
  }

  private static void each(String at, JsonNode array, BiConsumer<String, JsonNode> check) {
    if (array instanceof ArrayNode elements) {
      for (int i = 0; i < elements.size(); i++) {
        check.accept(at + "[" + i + "]", elements.get(i));
      }
    }
  }
}
