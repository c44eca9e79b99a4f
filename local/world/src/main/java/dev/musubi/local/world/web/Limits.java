package dev.musubi.local.world.web;

import dev.musubi.core.people.LineUserId;
import dev.musubi.core.sending.Slot;
import dev.musubi.core.shop.ShopId;
import dev.musubi.local.world.people.PersonEntry;
import dev.musubi.local.world.web.Interface.Behind;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code GET /local/limits}: the messages that count against a person's caps and budget. */
final class Limits {
  private final Behind world;

  Limits(Behind world) {
    this.world = world;
  }

  record View(Instant now, String shop, String person, List<Row> counted) {}

  record Row(String kind, String sendId, Instant at, LocalDate on) {}

  View answer(Context http) {
    String shop = world.demonstration().shop(Filters.needed(http, "shop")).handle();
    String name = Filters.needed(http, "person");
    PersonEntry person = world.demonstration().people().require(shop, name);
    List<Row> counted =
        person.lineUserId().stream()
            .flatMap(user -> slots(shop, user).stream())
            .map(Limits::row)
            .toList();
    return new View(world.clock().instant(), shop, person.person(), counted);
  }

  private List<Slot> slots(String shop, String user) {
    LineUserId id = new LineUserId(user);
    return Optional.ofNullable(
            world.demonstration().stores().recipients().find(new ShopId(shop), List.of(id)).get(id))
        .map(state -> state.ledger().slots())
        .orElse(List.of());
  }

  private static Row row(Slot slot) {
    return new Row(slot.kind().name(), slot.send().hex(), slot.at(), slot.on());
  }
}
