package dev.musubi.local.line.limits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What LINE takes as a template: buttons, confirm, carousel and image carousel.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#template-messages">template
 *     messages</a>
 */
final class TemplateLimits {
  private static final Shape LOOK =
      Shape.open()
          .optional("imageAspectRatio", Rules.oneOf("rectangle", "square"))
          .optional("imageSize", Rules.oneOf("cover", "contain"));
  private static final Shape PICTURED =
      Shape.open()
          .optional("thumbnailImageUrl", Rules.media())
          .optional("imageBackgroundColor", Rules.colour())
          .optional("title", Rules.label(40))
          .optional("defaultAction", ActionLimits.defaultAction());
  private static final Shape BUTTONS =
      PICTURED
          .optional("imageAspectRatio", Rules.oneOf("rectangle", "square"))
          .optional("imageSize", Rules.oneOf("cover", "contain"))
          .required("actions", Rules.list(ActionLimits.template(), 1, 4));
  private static final Shape COLUMN =
      PICTURED.required("actions", Rules.list(ActionLimits.template(), 1, 3));
  private static final Shape CONFIRM =
      Shape.open()
          .required("text", Rules.label(240))
          .required("actions", Rules.list(ActionLimits.template(), 2, 2));
  private static final Shape IMAGES =
      Shape.open()
          .required(
              "columns",
              Rules.list(
                  Shape.open()
                      .required("imageUrl", Rules.media())
                      .required("action", ActionLimits.imageColumn()),
                  1,
                  10));

  private TemplateLimits() {}

  static void check(JsonNode template, Place at, List<Complaint> out) {
    switch (Rules.typeOf(template)) {
      case "buttons" -> pictured(template, BUTTONS, 160, at, out);
      case "confirm" -> CONFIRM.check(template, at, out);
      case "carousel" -> carousel(template, at, out);
      case "image_carousel" -> IMAGES.check(template, at, out);
      default -> out.add(new Complaint(at.child("type"), Rules.INVALID));
    }
  }

  private static void carousel(JsonNode template, Place at, List<Complaint> out) {
    LOOK.required(
            "columns",
            Rules.list((column, place, all) -> pictured(column, COLUMN, 120, place, all), 1, 10))
        .check(template, at, out);
    var columns = template.path("columns");
    for (var i = 1; i < columns.size(); i++) {
      if (columns.get(i).path("actions").size() != columns.get(0).path("actions").size()) {
        var place = at.child("columns").item(i).child("actions");
        out.add(new Complaint(place, "size must be the same in all columns"));
      }
    }
  }

  /** The text of a template may be longer where no picture and no title takes its room. */
  private static void pictured(
      JsonNode value, Shape shape, int longest, Place at, List<Complaint> out) {
    var bare = !value.hasNonNull("title") && !value.hasNonNull("thumbnailImageUrl");
    shape.required("text", Rules.label(bare ? longest : 60)).check(value, at, out);
  }
}
