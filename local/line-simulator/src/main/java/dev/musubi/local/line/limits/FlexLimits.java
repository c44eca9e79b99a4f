package dev.musubi.local.line.limits;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What LINE takes as a Flex container: a bubble of at most 30 KB, or a carousel of at most 50 KB
 * with one to twelve bubbles of one width. Places are JSON pointers from the container, as LINE
 * answers them.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#container">containers</a>
 */
final class FlexLimits {
  private static final int BUBBLE_BYTES = 30 * 1024;
  private static final int CAROUSEL_BYTES = 50 * 1024;
  private static final int ANIMATED = 10;
  private static final List<String> BLOCKS = List.of("header", "hero", "body", "footer");
  private static final List<String> VIDEO_SIZES = List.of("kilo", "mega", "giga");

  private static final Shape BLOCK_STYLE =
      Shape.strict()
          .optional(Rules.colour(), "backgroundColor", "separatorColor")
          .optional("separator", Rules.bool());
  private static final Shape STYLES =
      Shape.strict().optional(BLOCK_STYLE, "header", "hero", "body", "footer");
  private static final Shape BUBBLE =
      Shape.strict()
          .optional("size", Rules.oneOf("nano", "micro", "deca", "hecto", "kilo", "mega", "giga"))
          .optional("direction", Rules.oneOf("ltr", "rtl"))
          .optional(FlexComponents.oneOf("box"), "header", "body", "footer")
          .optional("hero", FlexComponents.oneOf("box", "image", "video"))
          .optional("styles", STYLES)
          .optional("action", ActionLimits.flex());
  private static final Shape CAROUSEL =
      Shape.strict()
          .required(
              "contents",
              Rules.list((bubble, at, out) -> bubbleInCarousel(bubble, at, out), 1, 12));

  private FlexLimits() {}

  static void check(JsonNode container, Place at, List<Complaint> out) {
    switch (Rules.typeOf(container)) {
      case "bubble" -> {
        size(container, BUBBLE_BYTES, "30KB", at, out);
        bubble(container, at, out);
      }
      case "carousel" -> {
        size(container, CAROUSEL_BYTES, "50KB", at, out);
        CAROUSEL.check(container, at, out);
        sameWidth(container, at, out);
      }
      default -> out.add(new Complaint(at.child("type"), Rules.INVALID));
    }
    if (container.findValues("animated").stream().filter(JsonNode::asBoolean).count() > ANIMATED) {
      out.add(new Complaint(at, "too many animated images, at most " + ANIMATED));
    }
  }

  private static void bubble(JsonNode bubble, Place at, List<Complaint> out) {
    BUBBLE.check(bubble, at, out);
    if (BLOCKS.stream().noneMatch(bubble::hasNonNull)) {
      out.add(new Complaint(at, "At least one block must be specified"));
    }
    if (Rules.typeOf(bubble.path("hero")).equals("video")
        && !VIDEO_SIZES.contains(bubble.path("size").asText("mega"))) {
      out.add(new Complaint(at.child("size"), Rules.INVALID));
    }
  }

  private static void bubbleInCarousel(JsonNode bubble, Place at, List<Complaint> out) {
    if (!Rules.typeOf(bubble).equals("bubble")) {
      out.add(new Complaint(at, Rules.INVALID));
      return;
    }
    bubble(bubble, at, out);
    if (Rules.typeOf(bubble.path("hero")).equals("video")) {
      out.add(new Complaint(at.child("hero"), Rules.INVALID));
    }
  }

  private static void sameWidth(JsonNode carousel, Place at, List<Complaint> out) {
    var bubbles = carousel.path("contents");
    for (var i = 1; i < bubbles.size(); i++) {
      if (!width(bubbles.get(i)).equals(width(bubbles.get(0)))) {
        out.add(new Complaint(at.child("contents").item(i).child("size"), Rules.INVALID));
      }
    }
  }

  private static String width(JsonNode bubble) {
    return bubble.path("size").asText("mega");
  }

  private static void size(
      JsonNode container, int most, String shown, Place at, List<Complaint> out) {
    if (container.toString().getBytes(StandardCharsets.UTF_8).length > most) {
      out.add(
          new Complaint(
              at, "Too large flex message. The maximum size of JSON data is " + shown + "."));
    }
  }
}
