package dev.musubi.local.line.limits;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What LINE takes as an action, by the element that carries it.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#action-objects">actions</a>
 */
final class ActionLimits {
  private static final List<String> QUICK_ONLY = List.of("camera", "cameraRoll", "location");
  private static final List<String> MENU_ONLY = List.of("richmenuswitch");
  private static final List<String> NOWHERE_ELSE =
      List.of("camera", "cameraRoll", "location", "richmenuswitch");

  private final int label;
  private final boolean labelRequired;
  private final Map<String, Shape> shapes;

  private ActionLimits(int label, boolean labelRequired, Shape root, List<String> elsewhere) {
    this.label = label;
    this.labelRequired = labelRequired;
    this.shapes = new HashMap<>(shapes(root));
    this.shapes.keySet().removeAll(elsewhere);
  }

  /** The action of a Flex button: a label is a must. */
  static Rule flexButton() {
    return new ActionLimits(40, true, Shape.strict(), NOWHERE_ELSE).rule();
  }

  /** The action of any other Flex element. */
  static Rule flex() {
    return new ActionLimits(40, false, Shape.strict(), NOWHERE_ELSE).rule();
  }

  static Rule template() {
    return new ActionLimits(20, true, Shape.open(), NOWHERE_ELSE).rule();
  }

  /** The action of a template's picture, title and text. */
  static Rule defaultAction() {
    return new ActionLimits(20, false, Shape.open(), NOWHERE_ELSE).rule();
  }

  static Rule imageColumn() {
    return new ActionLimits(12, false, Shape.open(), NOWHERE_ELSE).rule();
  }

  static Rule quickReply() {
    return new ActionLimits(20, true, Shape.open(), MENU_ONLY).rule();
  }

  static Rule richMenu() {
    return new ActionLimits(20, false, Shape.open(), QUICK_ONLY).rule();
  }

  private Rule rule() {
    return (value, at, out) -> {
      var shape = shapes.get(Rules.typeOf(value));
      if (shape == null) {
        out.add(new Complaint(at.child("type"), Rules.INVALID));
        return;
      }
      shape.check(value, at, out);
      if (value.hasNonNull("displayText") && value.hasNonNull("text")) {
        out.add(new Complaint(at.child("displayText"), Rules.INVALID));
      }
    };
  }

  private Map<String, Shape> shapes(Shape root) {
    var labelled =
        labelRequired
            ? root.required("label", Rules.label(label))
            : root.optional("label", Rules.label(label));
    var always = root.required("label", Rules.label(20));
    return Map.of(
        "postback", postback(labelled),
        "message", labelled.required("text", Rules.text(300)),
        "uri", uri(labelled),
        "datetimepicker", picker(labelled),
        "clipboard", labelled.required("clipboardText", Rules.text(1000)),
        "richmenuswitch", menuSwitch(root),
        "camera", always,
        "cameraRoll", always,
        "location", always);
  }

  private static Shape postback(Shape labelled) {
    return labelled
        .required("data", Rules.text(300))
        .optional("displayText", Rules.label(300))
        .optional("text", Rules.label(300))
        .optional(
            "inputOption",
            Rules.oneOf("closeRichMenu", "openRichMenu", "openKeyboard", "openVoice"))
        .optional("fillInText", Rules.shortText(300));
  }

  private static Shape uri(Shape labelled) {
    return labelled
        .required("uri", Rules.link())
        .optional("altUri", Shape.open().optional("desktop", Rules.link()));
  }

  private static Shape picker(Shape labelled) {
    return labelled
        .required("data", Rules.text(300))
        .required("mode", Rules.oneOf("date", "time", "datetime"))
        .optional(Rules.string(), "initial", "max", "min");
  }

  private static Shape menuSwitch(Shape root) {
    return root.optional("label", Rules.label(20))
        .required("richMenuAliasId", Rules.text(32))
        .required("data", Rules.text(300));
  }
}
