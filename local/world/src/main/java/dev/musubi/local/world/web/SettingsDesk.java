package dev.musubi.local.world.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.world.web.Interface.Behind;
import io.javalin.http.Context;

/** {@code /local/settings}: a shop's settings, read and changed through the product's function. */
final class SettingsDesk {
  private final Behind world;

  SettingsDesk(Behind world) {
    this.world = world;
  }

  /** The whole document, with the shop's handle. */
  ObjectNode read(Context http) {
    String shop =
        Filters.text(http, "shop").orElseThrow(() -> Problem.bad("'shop' must be given."));
    return changed(shop, JsonNodeFactory.instance.objectNode());
  }

  /** Merges what is given and answers the whole document. */
  ObjectNode write(Context http) {
    Body body = Body.read(http.bodyAsBytes());
    ObjectNode change = body.fields().deepCopy().without("shop");
    return changed(body.text("shop"), change);
  }

  private ObjectNode changed(String shop, ObjectNode change) {
    String handle = world.demonstration().shop(shop).handle();
    JsonNode answer = world.demonstration().functions().change(handle, change);
    if (answer.hasNonNull("refused")) {
      throw Problem.refused(answer.path("refused"));
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("shop", handle);
    document.setAll((ObjectNode) answer.path("settings"));
    return document;
  }
}
