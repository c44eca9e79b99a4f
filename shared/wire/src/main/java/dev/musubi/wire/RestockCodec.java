package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shopping.Availability;
import dev.musubi.core.shopping.InventoryItemId;
import dev.musubi.core.shopping.Place;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.Telling;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Wave;
import java.time.Instant;
import java.util.Optional;

/** {@link Restock} as it is stored; it names no customer. */
public final class RestockCodec implements Codec<Restock> {

  @Override
  public ObjectNode tree(Restock restock) {
    ObjectNode tree = Json.object();
    tree.set("variant", facts(restock.facts()));
    tree.set("availability", availability(restock.availability()));
    restock.telling().ifPresent(telling -> tree.set("telling", telling(telling)));
    tree.set("waves", Json.array(restock.waves().stream().map(RestockCodec::wave)));
    return tree;
  }

  @Override
  public Restock value(Fields fields) {
    return new Restock(
        facts(fields.object("variant")),
        availability(fields.object("availability")),
        fields.maybeObject("telling").map(RestockCodec::telling),
        fields.objects("waves").stream().map(RestockCodec::wave).toList());
  }

  private static ObjectNode facts(VariantFacts facts) {
    VariantFacts.Showing showing = facts.showing();
    ObjectNode tree =
        Json.object()
            .put("id", facts.id().number())
            .put("product", facts.product().number())
            .put("item", facts.item().number())
            .put("handle", showing.handle())
            .put("productTitle", showing.product());
    showing.variant().ifPresent(title -> tree.put("variantTitle", title));
    return tree.put("price", showing.price().toPlainString())
        .put("offered", facts.offered())
        .put("counted", facts.stock().counted())
        .put("online", facts.stock().online())
        .put("readAt", facts.readAt().toString());
  }

  private static VariantFacts facts(Fields fields) {
    return new VariantFacts(
        new VariantId(fields.number("id")),
        new ProductId(fields.number("product")),
        new InventoryItemId(fields.number("item")),
        new VariantFacts.Showing(
            fields.text("handle"),
            fields.text("productTitle"),
            fields.maybeText("variantTitle"),
            fields.parsed("price", "a price", ProductCodec::price)),
        fields.flag("offered"),
        new VariantFacts.Stock(fields.flag("counted"), fields.number("online")),
        fields.instant("readAt"));
  }

  private static ObjectNode availability(Availability availability) {
    ObjectNode tree = Json.object();
    put(tree, "out", availability.out());
    put(tree, "since", availability.since());
    put(tree, "confirmed", availability.confirmed());
    return tree;
  }

  private static Availability availability(Fields fields) {
    return new Availability(
        instant(fields, "out"), instant(fields, "since"), instant(fields, "confirmed"));
  }

  private static ObjectNode telling(Telling telling) {
    ObjectNode tree = Json.object().put("event", telling.event().toString());
    telling.reached().ifPresent(place -> tree.set("reached", place(place)));
    tree.put("everybody", telling.everybody());
    put(tree, "last", telling.last());
    return tree;
  }

  private static Telling telling(Fields fields) {
    return new Telling(
        fields.instant("event"),
        place(fields, "reached"),
        fields.flag("everybody"),
        instant(fields, "last"));
  }

  private static ObjectNode wave(Wave wave) {
    ObjectNode tree =
        Json.object()
            .put("event", wave.event().toString())
            .put("due", wave.due().toString())
            .put("size", wave.size());
    wave.after().ifPresent(place -> tree.set("after", place(place)));
    wave.reached().ifPresent(place -> tree.set("reached", place(place)));
    wave.reaching()
        .filter(place -> !wave.isHandedOut())
        .ifPresent(place -> tree.set("reaching", place(place)));
    return tree.put("placed", wave.placed()).put("seen", wave.seen()).put("done", wave.done());
  }

  /** Without {@code reaching} it has got no further than {@code reached}. */
  private static Wave wave(Fields fields) {
    Optional<Place> reached = place(fields, "reached");
    return new Wave(
        fields.instant("event"),
        fields.instant("due"),
        fields.whole("size"),
        place(fields, "after"),
        reached,
        place(fields, "reaching").or(() -> reached),
        fields.whole("placed"),
        fields.whole("seen"),
        fields.flag("done"));
  }

  private static ObjectNode place(Place place) {
    return Json.object().put("since", place.since().toString()).put("tie", place.tie());
  }

  private static Optional<Place> place(Fields fields, String name) {
    return fields.maybeObject(name).map(f -> new Place(f.instant("since"), f.text("tie")));
  }

  private static void put(ObjectNode tree, String name, Optional<Instant> at) {
    at.ifPresent(instant -> tree.put(name, instant.toString()));
  }

  private static Optional<Instant> instant(Fields fields, String name) {
    return fields.maybe(name, "an instant", Instant::parse);
  }
}
