package dev.musubi.local.line.limits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What LINE takes as the {@code messages} of a request: one to five message objects, each within
 * the limits of its type.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#message-objects">message
 *     objects</a>
 */
public final class MessageLimits {
  private static final int TEXT = 5000;
  private static final int ALT_TEXT = 1500;

  private static final Shape QUICK_REPLY =
      Shape.open()
          .required(
              "items",
              Rules.list(
                  Shape.open()
                      .optional("imageUrl", Rules.media())
                      .required("action", ActionLimits.quickReply()),
                  1,
                  13));
  private static final Shape SENDER =
      Shape.open()
          .optional("name", Rules.text(20).and(MessageLimits::ownName))
          .optional("iconUrl", Rules.media());
  private static final Shape MESSAGE =
      Shape.open().optional("quickReply", QUICK_REPLY).optional("sender", SENDER);
  private static final Rule COUNT = Rules.integer(0, Integer.MAX_VALUE);
  private static final Shape SIZE =
      Shape.open().required("width", Rules.integer(1040, 1040)).required("height", COUNT);

  private static final Map<String, Shape> BY_TYPE = byType();

  private MessageLimits() {}

  /** Everything that is wrong with the messages of a request's body; empty when LINE takes them. */
  public static List<Complaint> complaints(JsonNode body) {
    var out = new ArrayList<Complaint>();
    var at = Place.body("messages");
    if (body.hasNonNull("notificationDisabled")) {
      Rules.bool().check(body.get("notificationDisabled"), Place.body("notificationDisabled"), out);
    }
    if (!body.hasNonNull("messages")) {
      return List.of(new Complaint(at, "May not be empty"));
    }
    Rules.list((message, place, all) -> {}, 1, 5).check(body.get("messages"), at, out);
    for (var i = 0; i < body.get("messages").size(); i++) {
      message(body.get("messages").get(i), i, at.item(i), out);
    }
    return List.copyOf(out);
  }

  private static void message(JsonNode message, int index, Place at, List<Complaint> out) {
    var shape = BY_TYPE.get(Rules.typeOf(message));
    if (shape == null) {
      var types = "Must be one of the following values: " + BY_TYPE.keySet();
      out.add(new Complaint(at.child("type"), types));
      return;
    }
    shape.check(message, at, out);
    switch (Rules.typeOf(message)) {
      case "flex" -> {
        if (message.path("contents").isObject()) {
          FlexLimits.check(message.get("contents"), Place.inside(index, ""), out);
        }
      }
      case "template" -> {
        if (message.path("template").isObject()) {
          TemplateLimits.check(message.get("template"), Place.inside(index, "template"), out);
        }
      }
      case "text" -> emojis(message, at, out);
      case "textV2" -> Substitutions.check(message, at, out);
      default -> {}
    }
  }

  /** Nobody but LINE may send as LINE. */
  private static void ownName(JsonNode value, Place at, List<Complaint> out) {
    if (value.asText().toUpperCase(Locale.ROOT).contains("LINE")) {
      out.add(new Complaint(at, Rules.INVALID));
    }
  }

  private static void emojis(JsonNode message, Place at, List<Complaint> out) {
    var text = message.path("text").asText();
    var emojis = message.path("emojis");
    for (var i = 0; i < emojis.size(); i++) {
      var index = emojis.get(i).path("index").asInt(-1);
      if (index < 0 || index >= text.length() || text.charAt(index) != '$') {
        out.add(new Complaint(at.child("emojis").item(i).child("index"), Rules.INVALID));
      }
    }
  }

  /** In the order in which LINE lists its types. */
  private static Map<String, Shape> byType() {
    var shapes = new LinkedHashMap<String, Shape>();
    shapes.put("text", text());
    shapes.put("textV2", textV2());
    shapes.put("image", image());
    shapes.put("video", image().optional("trackingId", Rules.matching("[\\x21-\\x7e]{1,100}")));
    shapes.put(
        "audio", MESSAGE.required("originalContentUrl", Rules.media()).required("duration", COUNT));
    shapes.put("location", location());
    shapes.put(
        "sticker",
        MESSAGE.required("packageId", Rules.filled()).required("stickerId", Rules.filled()));
    shapes.put("template", alternative().required("template", Shape.open()));
    shapes.put("imagemap", imagemap());
    shapes.put("flex", alternative().required("contents", Shape.open()));
    shapes.put(
        "coupon",
        MESSAGE.required("couponId", Rules.filled()).optional("deliveryTag", Rules.shortText(30)));
    return shapes;
  }

  private static Shape text() {
    var emoji =
        Shape.open()
            .required("index", COUNT)
            .required("productId", Rules.filled())
            .required("emojiId", Rules.filled());
    return MESSAGE
        .required("text", Rules.text(TEXT))
        .optional("emojis", Rules.list(emoji, 0, 20))
        .optional("quoteToken", Rules.string());
  }

  private static Shape textV2() {
    return MESSAGE
        .required("text", Rules.text(TEXT))
        .optional("substitution", Shape.open())
        .optional("quoteToken", Rules.string());
  }

  private static Shape image() {
    return MESSAGE
        .required("originalContentUrl", Rules.media())
        .required("previewImageUrl", Rules.media());
  }

  private static Shape location() {
    return MESSAGE
        .required("title", Rules.text(100))
        .required("address", Rules.text(100))
        .required("latitude", Rules.number())
        .required("longitude", Rules.number());
  }

  private static Shape alternative() {
    return MESSAGE.required("altText", Rules.text(ALT_TEXT));
  }

  private static Shape imagemap() {
    var area = Shape.open();
    for (var side : List.of("x", "y", "width", "height")) {
      area = area.required(side, COUNT);
    }
    var action =
        Shape.open()
            .required("type", Rules.oneOf("uri", "message", "clipboard"))
            .required("area", area)
            .optional("label", Rules.shortText(100))
            .optional("linkUri", Rules.link())
            .optional("text", Rules.text(400))
            .optional("clipboardText", Rules.text(1000));
    return alternative()
        .required("baseUrl", Rules.media())
        .required("baseSize", SIZE)
        .required("actions", Rules.list(action, 0, 50));
  }
}
