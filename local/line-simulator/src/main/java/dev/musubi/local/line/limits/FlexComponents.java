package dev.musubi.local.line.limits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What LINE takes as an element of a Flex bubble.
 *
 * @see <a
 *     href="https://developers.line.biz/en/reference/messaging-api/#flex-component">components</a>
 */
final class FlexComponents {
  private static final String PX = "\\d+(\\.\\d+)?px";
  private static final String PERCENT = "\\d+(\\.\\d+)?%";
  private static final String GAPS = "none|xs|sm|md|lg|xl|xxl";
  private static final String SIZES = "xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl";

  private static final Rule GAP = Rules.matching(PX + "|" + GAPS);
  private static final Rule PADDING = Rules.matching(PX + "|" + PERCENT + "|" + GAPS);
  private static final Rule LENGTH = Rules.matching(PX + "|" + PERCENT);
  private static final Rule OFFSET = Rules.matching("-?" + PX + "|-?" + PERCENT + "|" + GAPS);
  private static final Rule FLEX = Rules.integer(0, Integer.MAX_VALUE);
  private static final Rule GRAVITY = Rules.oneOf("top", "bottom", "center");
  private static final Rule ALIGN = Rules.oneOf("start", "end", "center");
  private static final Rule FONT = Rules.matching(PX + "|" + SIZES);
  private static final Rule FIT = Rules.oneOf("shrink-to-fit");

  private static final Shape PLACED =
      Shape.strict()
          .optional("margin", GAP)
          .optional("position", Rules.oneOf("relative", "absolute"))
          .optional(OFFSET, "offsetTop", "offsetBottom", "offsetStart", "offsetEnd");
  private static final Shape GRADIENT =
      Shape.strict()
          .required("type", Rules.oneOf("linearGradient"))
          .required("angle", Rules.matching("\\d+(\\.\\d+)?deg"))
          .required("startColor", Rules.colour())
          .required("endColor", Rules.colour())
          .optional("centerColor", Rules.colour())
          .optional("centerPosition", Rules.matching(PERCENT));
  private static final Shape SPAN =
      styled(Shape.strict()).optional("text", Rules.string()).optional("size", FONT);

  private static final Map<String, Rule> BY_TYPE =
      Map.of(
          "box", FlexComponents::box,
          "text", FlexComponents::text,
          "button", button(),
          "image", image(),
          "icon", icon(),
          "video", video(),
          "span", SPAN,
          "separator", Shape.strict().optional("margin", GAP).optional("color", Rules.colour()),
          "filler", Shape.strict().optional("flex", FLEX));

  private static final Shape BOX = boxShape();
  private static final Shape TEXT = textShape();

  private FlexComponents() {}

  /** One component of a type that may stand here; anything else is refused at its place. */
  static Rule oneOf(String... types) {
    var allowed = List.of(types);
    return (value, at, out) -> {
      var type = Rules.typeOf(value);
      if (allowed.contains(type)) {
        BY_TYPE.get(type).check(value, at, out);
      } else {
        out.add(new Complaint(at, Rules.INVALID));
      }
    };
  }

  private static void box(JsonNode value, Place at, List<Complaint> out) {
    BOX.check(value, at, out);
    var child =
        value.path("layout").asText().equals("baseline")
            ? oneOf("icon", "text", "filler")
            : oneOf("box", "button", "image", "text", "separator", "filler");
    if (value.hasNonNull("contents")) {
      Rules.list(child, 0, Integer.MAX_VALUE)
          .check(value.get("contents"), at.child("contents"), out);
    }
  }

  private static void text(JsonNode value, Place at, List<Complaint> out) {
    TEXT.check(value, at, out);
    if (!value.hasNonNull("text") && value.path("contents").isEmpty()) {
      out.add(new Complaint(at.child("text"), Rules.MISSING));
    }
  }

  private static Shape boxShape() {
    return PLACED
        .required("layout", Rules.oneOf("horizontal", "vertical", "baseline"))
        .required("contents", (value, at, out) -> {})
        .optional("flex", FLEX)
        .optional("spacing", GAP)
        .optional(Rules.colour(), "backgroundColor", "borderColor")
        .optional("borderWidth", Rules.matching(PX + "|none|light|normal|medium|semi-bold|bold"))
        .optional("cornerRadius", GAP)
        .optional(LENGTH, "width", "maxWidth", "height", "maxHeight")
        .optional(
            PADDING, "paddingAll", "paddingTop", "paddingBottom", "paddingStart", "paddingEnd")
        .optional(
            "justifyContent",
            Rules.oneOf(
                "center",
                "flex-start",
                "flex-end",
                "space-between",
                "space-around",
                "space-evenly"))
        .optional("alignItems", Rules.oneOf("center", "flex-start", "flex-end"))
        .optional("background", GRADIENT)
        .optional("action", ActionLimits.flex());
  }

  private static Shape textShape() {
    return styled(PLACED)
        .optional("text", Rules.filled())
        .optional("contents", Rules.list(oneOf("span"), 0, Integer.MAX_VALUE))
        .optional("flex", FLEX)
        .optional("size", FONT)
        .optional("align", ALIGN)
        .optional("gravity", GRAVITY)
        .optional(Rules.bool(), "wrap", "scaling")
        .optional("lineSpacing", Rules.matching(PX))
        .optional("maxLines", FLEX)
        .optional("adjustMode", FIT)
        .optional("action", ActionLimits.flex());
  }

  private static Shape styled(Shape root) {
    return root.optional("color", Rules.colour())
        .optional("weight", Rules.oneOf("regular", "bold"))
        .optional("style", Rules.oneOf("normal", "italic"))
        .optional("decoration", Rules.oneOf("none", "underline", "line-through"));
  }

  private static Shape button() {
    return PLACED
        .required("action", ActionLimits.flexButton())
        .optional("flex", FLEX)
        .optional("height", Rules.oneOf("sm", "md"))
        .optional("style", Rules.oneOf("primary", "secondary", "link"))
        .optional("color", Rules.colour())
        .optional("gravity", GRAVITY)
        .optional("adjustMode", FIT)
        .optional("scaling", Rules.bool());
  }

  private static Shape image() {
    return PLACED
        .required("url", Rules.media())
        .optional("flex", FLEX)
        .optional("align", ALIGN)
        .optional("gravity", GRAVITY)
        .optional("size", Rules.matching(PX + "|" + PERCENT + "|full|" + SIZES))
        .optional("aspectRatio", FlexComponents::ratio)
        .optional("aspectMode", Rules.oneOf("cover", "fit"))
        .optional("backgroundColor", Rules.colour())
        .optional("animated", Rules.bool())
        .optional("action", ActionLimits.flex());
  }

  private static Shape icon() {
    return PLACED
        .required("url", Rules.media())
        .optional("size", Rules.matching(PX + "|" + PERCENT + "|" + SIZES))
        .optional("aspectRatio", FlexComponents::ratio)
        .optional("scaling", Rules.bool());
  }

  private static Shape video() {
    return Shape.strict()
        .required("url", Rules.media())
        .required("previewUrl", Rules.media())
        .required("altContent", oneOf("box", "image"))
        .optional("aspectRatio", FlexComponents::ratio)
        .optional("action", ActionLimits.flex());
  }

  /** Width to height, each 1 to 100,000, the height at most three times the width. */
  private static void ratio(JsonNode value, Place at, List<Complaint> out) {
    var sides = value.asText().split(":", -1);
    var right = value.isTextual() && sides.length == 2 && side(sides[0]) && side(sides[1]);
    if (!right || Double.parseDouble(sides[1]) > 3 * Double.parseDouble(sides[0])) {
      out.add(new Complaint(at, Rules.INVALID));
    }
  }

  private static boolean side(String text) {
    if (!text.matches("\\d{1,6}(\\.\\d{1,6})?")) {
      return false;
    }
    var number = Double.parseDouble(text);
    return number >= 1 && number <= 100_000;
  }
}
