package dev.musubi.local.world.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.world.demo.DemoShop;
import dev.musubi.local.world.web.Interface.Behind;
import io.javalin.http.Context;

/** {@code GET /local/counts}: what became of a day's messages, as the product's function says. */
final class CountsDesk {
  private final Behind world;

  CountsDesk(Behind world) {
    this.world = world;
  }

  JsonNode answer(Context http) {
    String handle =
        Filters.text(http, "shop").orElseThrow(() -> Problem.bad("'shop' must be given."));
    DemoShop shop = world.demonstration().shop(handle);
    String day =
        Filters.text(http, "day")
            .orElseGet(() -> world.clock().instant().atZone(shop.zone()).toLocalDate().toString());
    JsonNode answer = world.demonstration().functions().counts(shop.handle(), day);
    if (answer.has("refused")) {
      throw Problem.bad(answer.at("/refused/0/en").asText());
    }
    return answer.path("counts");
  }
}
