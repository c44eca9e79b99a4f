package dev.musubi.local.line.limits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What LINE takes as a rich menu: 800 to 2,500 pixels wide, at least 250 high, at least 1.45 times
 * as wide as high, at most 20 areas inside it.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#rich-menu-object">rich menu
 *     object</a>
 */
public final class RichMenuLimits {
  private static final double RATIO = 1.45;

  private static final Shape BOUNDS =
      Shape.open()
          .required("x", Rules.integer(0, 2500))
          .required("y", Rules.integer(0, 2500))
          .required("width", Rules.integer(1, 2500))
          .required("height", Rules.integer(1, 2500));
  private static final Shape MENU =
      Shape.open()
          .required(
              "size",
              Shape.open()
                  .required("width", Rules.integer(800, 2500))
                  .required("height", Rules.integer(250, 2500)))
          .required("selected", Rules.bool())
          .required("name", Rules.label(300))
          .required("chatBarText", Rules.label(14))
          .required(
              "areas",
              Rules.list(
                  Shape.open()
                      .required("bounds", BOUNDS)
                      .required("action", ActionLimits.richMenu()),
                  0,
                  20));

  private RichMenuLimits() {}

  /** Everything that is wrong with a rich menu; empty when LINE takes it. */
  public static List<Complaint> complaints(JsonNode menu) {
    var out = new ArrayList<>(MENU.complaints(menu, Place.body("")));
    var size = menu.path("size");
    if (size.path("width").asInt() < RATIO * size.path("height").asInt()) {
      out.add(new Complaint(Place.body("size"), "invalid aspect ratio"));
    }
    var areas = menu.path("areas");
    for (var i = 0; i < areas.size(); i++) {
      if (!inside(areas.get(i).path("bounds"), size)) {
        var at = Place.body("areas").item(i).child("bounds");
        out.add(new Complaint(at, "must be inside the menu"));
      }
    }
    return List.copyOf(out);
  }

  /** Whether LINE takes a picture of this size as a rich menu's image. */
  public static boolean imageFits(int width, int height) {
    return width >= 800 && width <= 2500 && height >= 250 && width >= RATIO * height;
  }

  private static boolean inside(JsonNode bounds, JsonNode size) {
    return bounds.path("x").asInt() + bounds.path("width").asInt() <= size.path("width").asInt()
        && bounds.path("y").asInt() + bounds.path("height").asInt() <= size.path("height").asInt();
  }
}
