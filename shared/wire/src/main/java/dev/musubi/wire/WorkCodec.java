package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.RunId;
import dev.musubi.core.sending.RunShard;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Work;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.util.Optional;

/**
 * {@link Work} as queues and schedules carry it; the field {@code v} is the schema's version, and a
 * version that is not known is refused rather than half understood.
 */
public final class WorkCodec implements Codec<Work> {

  /** The version that is written. */
  public static final int VERSION = 1;

  private final IntentCodec intents = new IntentCodec();

  @Override
  public ObjectNode tree(Work work) {
    ObjectNode tree = Json.object().put("v", VERSION);
    return switch (work) {
      case SendIntent intent -> tree.put("work", "send").<ObjectNode>setAll(intents.tree(intent));
      case RunShard(RunId run, int shard) ->
          tree.put("work", "shard")
              .put("shop", run.shop().handle())
              .put("kind", run.kind().name())
              .put("date", run.date().toString())
              .put("shard", shard);
      case Chore.Reconcile(ShopId shop, Person person) ->
          person(tree.put("work", "reconcile").put("shop", shop.handle()), person);
      case Chore.Erase(ShopId shop, Person person) ->
          person(tree.put("work", "erase").put("shop", shop.handle()), person);
      case Chore.SetUp(ShopId shop) -> tree.put("work", "set-up").put("shop", shop.handle());
      case Chore.CheckUp(ShopId shop, Optional<Instant> from) -> {
        tree.put("work", "check-up").put("shop", shop.handle());
        from.ifPresent(at -> tree.put("from", at.toString()));
        yield tree;
      }
    };
  }

  @Override
  public Work value(Fields fields) {
    int version = fields.whole("v");
    if (version != VERSION) {
      throw new MalformedJson("work of the schema version " + version + " is not known here");
    }
    ShopId shop = fields.parsed("shop", "a shop", ShopId::new);
    return switch (fields.text("work")) {
      case "send" -> intents.value(fields);
      case "shard" ->
          new RunShard(
              new RunId(shop, fields.one("kind", Kind.class), fields.date("date")),
              fields.whole("shard"));
      case "reconcile" -> new Chore.Reconcile(shop, person(fields));
      case "erase" -> new Chore.Erase(shop, person(fields));
      case "set-up" -> new Chore.SetUp(shop);
      case "check-up" ->
          new Chore.CheckUp(shop, fields.maybe("from", "an instant", Instant::parse));
      default -> throw fields.wrong("work", "a known sort of work");
    };
  }

  /** Reads work of the sort that a queue is for; any other sort is malformed there. */
  public <W extends Work> W read(String json, Class<W> sort) {
    Work work = read(json);
    if (!sort.isInstance(work)) {
      throw new MalformedJson("this queue is not for such work");
    }
    return sort.cast(work);
  }

  private static ObjectNode person(ObjectNode tree, Person person) {
    person.customer().ifPresent(customer -> tree.put("customer", customer.toString()));
    person.lineUser().ifPresent(user -> tree.put("lineUser", user.value()));
    return tree;
  }

  private static Person person(Fields fields) {
    return new Person(
        fields.maybe("customer", "a customer", IntentCodec::customer),
        fields.maybe("lineUser", "a LINE user", LineUserId::new));
  }
}
