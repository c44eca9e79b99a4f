package dev.musubi.local.line.limits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What LINE takes as a notification message.
 *
 * @see <a href="https://developers.line.biz/en/reference/line-notification-messages/">LINE
 *     notification messages API reference</a>
 */
public final class NotificationLimits {
  private static final List<String> NOT_SENT = List.of("image", "video", "audio");
  private static final Shape ITEM =
      Shape.open().required("itemKey", Rules.filled()).required("content", Rules.text(300));
  private static final Shape BUTTON =
      Shape.open().required("buttonKey", Rules.filled()).required("url", Rules.link());
  private static final Shape BODY =
      Shape.open()
          .optional(
              "emphasizedItem",
              Shape.open().required("itemKey", Rules.filled()).required("content", Rules.text(15)))
          .optional("items", Rules.list(ITEM, 0, 15))
          .optional("buttons", Rules.list(BUTTON, 0, 2));
  private static final Rule DIGEST =
      (value, at, out) -> {
        if (!value.isTextual() || !value.textValue().matches("[0-9a-f]{64}")) {
          out.add(new Complaint(at, "The value must be a valid SHA-256 digest."));
        }
      };
  private static final Shape TEMPLATE =
      Shape.open()
          .required("to", DIGEST)
          .required("templateKey", Rules.filled())
          .optional("body", BODY);

  private NotificationLimits() {}

  /** An unknown key, in LINE's own words for it. */
  public record KeyProblem(String message, String property, String detail) {}

  /** Everything that is wrong with a request of the template form but its keys. */
  public static List<Complaint> template(JsonNode request) {
    var out = new ArrayList<>(TEMPLATE.complaints(request, Place.body("")));
    var items = request.path("body").path("items");
    var seen = new HashSet<String>();
    for (var i = 0; i < items.size(); i++) {
      var key = items.get(i).path("itemKey").asText();
      if (!seen.add(key)) {
        out.add(duplicate("body.items[" + i + "].itemKey", key));
      }
    }
    var emphasized = request.path("body").path("emphasizedItem").path("itemKey").asText();
    if (seen.contains(emphasized)) {
      out.add(duplicate("body.emphasizedItem.itemKey", emphasized));
    }
    return List.copyOf(out);
  }

  /** What is wrong with a request of the flexible form beside its messages' own limits. */
  public static List<Complaint> flexible(JsonNode request) {
    var out = new ArrayList<Complaint>();
    DIGEST.check(request.path("to"), Place.body("to"), out);
    var messages = request.path("messages");
    for (var i = 0; i < messages.size(); i++) {
      if (NOT_SENT.contains(Rules.typeOf(messages.get(i)))) {
        out.add(new Complaint(Place.body("messages").item(i).child("type"), Rules.INVALID));
      }
    }
    return List.copyOf(out);
  }

  /** The first key that the account may not use. */
  public static Optional<KeyProblem> keyProblem(
      JsonNode request, Set<String> templates, Set<String> items, Set<String> buttons) {
    var key = request.path("templateKey").asText();
    if (!key.isEmpty() && !templates.contains(key)) {
      return Optional.of(
          new KeyProblem(
              "Invalid templateKey: " + key,
              "templateKey",
              "The specified template doesn't exist, or you don't have the permission"));
    }
    var body = request.path("body");
    return unknown(body.path("emphasizedItem"), "item", items, "body.emphasizedItem")
        .or(() -> unknowns(body.path("items"), "item", items, "body.items"))
        .or(() -> unknowns(body.path("buttons"), "button", buttons, "body.buttons"));
  }

  private static Optional<KeyProblem> unknowns(
      JsonNode values, String kind, Set<String> known, String path) {
    for (var i = 0; i < values.size(); i++) {
      var found = unknown(values.get(i), kind, known, path + "[" + i + "]");
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<KeyProblem> unknown(
      JsonNode value, String kind, Set<String> known, String path) {
    var key = value.path(kind + "Key").asText();
    if (key.isEmpty() || known.contains(key)) {
      return Optional.empty();
    }
    return Optional.of(
        new KeyProblem(
            "The request body has 1 invalid key(s).",
            path + "." + kind + "Key",
            "The specified " + kind + " key does not exist: " + key));
  }

  private static Complaint duplicate(String place, String key) {
    return new Complaint(
        Place.body(place),
        "Duplicate itemKey in items or between emphasizedItem and items are not allowed: " + key);
  }
}
