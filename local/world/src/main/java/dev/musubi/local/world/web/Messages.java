package dev.musubi.local.world.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.core.sending.Delivery;
import dev.musubi.local.line.TakenMessage;
import dev.musubi.local.world.people.PersonEntry;
import dev.musubi.local.world.web.Interface.Behind;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /local/messages}: what LINE took, with what the product's records say of it. */
final class Messages {
  private final Behind world;

  Messages(Behind world) {
    this.world = world;
  }

  record Row(
      Instant at,
      String shop,
      String to,
      Optional<String> person,
      String api,
      Optional<String> retryKey,
      Optional<String> deliveryTag,
      Optional<String> sendId,
      Optional<String> kind,
      boolean delivered,
      JsonNode messages) {}

  List<Row> answer(Context http) {
    List<String> shops = Filters.shops(world, http);
    Optional<String> person = Filters.person(world, shops, http);
    Optional<Instant> since = Filters.text(http, "since").map(Messages::instant);
    List<TakenMessage> wanted =
        world.platforms().line().messages().stream()
            .filter(m -> shops.contains(m.shop()))
            .filter(m -> since.isEmpty() || !m.at().isBefore(since.get()))
            .filter(m -> person.isEmpty() || person.equals(person(m)))
            .toList();
    Map<String, Delivery> records = records(wanted, person);
    return wanted.stream().map(m -> row(m, Optional.ofNullable(records.get(name(m))))).toList();
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Problem.bad("'since' must be a time with its offset.");
    }
  }

  /** What the product called the message: the retry key, or a notification message's tag. */
  private static String name(TakenMessage m) {
    return m.retryKey().isEmpty() ? m.deliveryTag() : m.retryKey();
  }

  /** The deliveries by the name under which LINE knows them: retry key or send id. */
  private Map<String, Delivery> records(List<TakenMessage> messages, Optional<String> person) {
    Map<String, Delivery> byKey = new HashMap<>();
    messages.stream()
        .filter(m -> !name(m).isEmpty())
        .map(TakenMessage::shop)
        .distinct()
        .flatMap(shop -> deliveries(shop, person).stream())
        .forEach(
            d -> {
              byKey.put(d.intent().id().hex(), d);
              d.key().ifPresent(key -> byKey.put(key.uuid().toString(), d));
            });
    return byKey;
  }

  private List<Delivery> deliveries(String shop, Optional<String> person) {
    Records records = new Records(world, shop);
    return person
        .flatMap(name -> world.demonstration().people().find(shop, name))
        .map(records::of)
        .orElseGet(records::all);
  }

  private Optional<String> person(TakenMessage message) {
    return world
        .demonstration()
        .people()
        .lineUser(message.shop(), message.to())
        .map(PersonEntry::person);
  }

  private Row row(TakenMessage m, Optional<Delivery> record) {
    return new Row(
        m.at(),
        m.shop(),
        m.to(),
        person(m),
        m.api(),
        Optional.of(m.retryKey()).filter(key -> !key.isEmpty()),
        Optional.of(m.deliveryTag()).filter(tag -> !tag.isEmpty()),
        record.map(d -> d.intent().id().hex()),
        record.map(d -> d.intent().subject().kind().name()),
        m.delivered(),
        m.messages());
  }
}
