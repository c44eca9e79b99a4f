package dev.musubi.local.world.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.line.ChatLine;
import dev.musubi.local.line.Person;
import dev.musubi.local.world.people.PersonEntry;
import dev.musubi.local.world.web.Interface.Behind;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** {@code GET /local/phone}: what one person sees in the chat with a shop. */
final class Phone {
  private final Behind world;

  Phone(Behind world) {
    this.world = world;
  }

  record View(
      String shop,
      String person,
      boolean friend,
      boolean blocked,
      boolean linked,
      List<ChatLine> chat,
      Optional<JsonNode> richMenu) {}

  View answer(Context http) {
    String shop = world.demonstration().shop(Filters.needed(http, "shop")).handle();
    PersonEntry entry =
        world.demonstration().people().require(shop, Filters.needed(http, "person"));
    Optional<Person> phone =
        entry.lineUserId().map(user -> world.platforms().line().person(shop, user));
    return new View(
        shop,
        entry.person(),
        phone.map(Person::friend).orElse(false),
        phone.map(Person::blocked).orElse(false),
        world.demonstration().newcomers().linked(entry),
        phone.map(Person::chat).orElse(List.of()),
        phone.flatMap(Person::richMenu));
  }
}
