package dev.musubi.local.world.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.line.ChatLine;
import dev.musubi.local.line.Person;
import dev.musubi.local.line.Person.MenuPicture;
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
    PersonEntry entry = owner(http);
    Optional<Person> phone = phone(entry);
    return new View(
        entry.shop(),
        entry.person(),
        phone.map(Person::friend).orElse(false),
        phone.map(Person::blocked).orElse(false),
        world.demonstration().newcomers().linked(entry),
        phone.map(Person::chat).orElse(List.of()),
        phone.flatMap(Person::richMenu));
  }

  /**
   * {@code GET /local/phone/menu}: the picture of the rich menu under the chat. LINE never replaces
   * a menu's picture, so that who names the menu in the address may keep it.
   */
  void menu(Context http) {
    MenuPicture picture =
        phone(owner(http))
            .flatMap(Person::richMenuPicture)
            .orElseThrow(() -> new Problem(404, "There is no picture under this chat."));
    http.contentType(picture.contentType())
        .header("cache-control", "private, max-age=3600")
        .result(picture.bytes());
  }

  private PersonEntry owner(Context http) {
    String shop = world.demonstration().shop(Filters.needed(http, "shop")).handle();
    return world.demonstration().people().require(shop, Filters.needed(http, "person"));
  }

  private Optional<Person> phone(PersonEntry entry) {
    return entry.lineUserId().map(user -> world.platforms().line().person(entry.shop(), user));
  }
}
