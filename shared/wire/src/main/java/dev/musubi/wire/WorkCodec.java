package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.RunId;
import dev.musubi.core.sending.RunShard;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.StockWork;
import dev.musubi.core.sending.Work;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.VariantId;
import java.time.Instant;
import java.util.List;
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
      case StockWork.Read(ShopId shop) -> tree.put("work", "read-stock").put("shop", shop.handle());
      case StockWork.Tell(ShopId shop, VariantId variant) ->
          tree.put("work", "tell-waiting")
              .put("shop", shop.handle())
              .put("variant", variant.toString());
      case Chore.Reconcile(ShopId shop, Person person) ->
          person(tree.put("work", "reconcile").put("shop", shop.handle()), person);
      case Chore.Erase(ShopId shop, Person person, boolean again) ->
          again(person(tree.put("work", "erase").put("shop", shop.handle()), person), again);
      case Chore.EraseShop(ShopId shop) ->
          tree.put("work", "erase-shop").put("shop", shop.handle());
      case Chore.Export(ShopId shop, CustomerId customer, String request) ->
          tree.put("work", "export")
              .put("shop", shop.handle())
              .put("customer", customer.toString())
              .put("request", request);
      case Chore.Merge(ShopId shop, CustomerId from, CustomerId to, boolean again) ->
          again(
              tree.put("work", "merge")
                  .put("shop", shop.handle())
                  .put("from", from.toString())
                  .put("to", to.toString()),
              again);
      case Chore.Depart(ShopId shop, CustomerId customer) ->
          tree.put("work", "depart")
              .put("shop", shop.handle())
              .put("customer", customer.toString());
      case Chore.SetUp(ShopId shop) -> tree.put("work", "set-up").put("shop", shop.handle());
      case Chore.Refresh(ShopId shop, List<ProductId> products) -> {
        tree.put("work", "refresh").put("shop", shop.handle());
        ArrayNode numbers = tree.putArray("products");
        products.forEach(product -> numbers.add(product.number()));
        yield tree;
      }
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
      case "read-stock" -> new StockWork.Read(shop);
      case "tell-waiting" ->
          new StockWork.Tell(shop, fields.parsed("variant", "a variant", IntentCodec::variant));
      case "reconcile" -> new Chore.Reconcile(shop, person(fields));
      case "erase" -> new Chore.Erase(shop, person(fields), again(fields));
      case "erase-shop" -> new Chore.EraseShop(shop);
      case "export" -> new Chore.Export(shop, customer(fields, "customer"), fields.text("request"));
      case "merge" ->
          new Chore.Merge(shop, customer(fields, "from"), customer(fields, "to"), again(fields));
      case "depart" -> new Chore.Depart(shop, customer(fields, "customer"));
      case "set-up" -> new Chore.SetUp(shop);
      case "refresh" ->
          new Chore.Refresh(shop, fields.numbers("products").stream().map(ProductId::new).toList());
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

  /** Written only where it is so: the first time looks as it always did. */
  private static ObjectNode again(ObjectNode tree, boolean again) {
    return again ? tree.put("again", true) : tree;
  }

  private static boolean again(Fields fields) {
    return fields.maybeFlag("again").orElse(false);
  }

  private static CustomerId customer(Fields fields, String name) {
    return fields.parsed(name, "a customer", IntentCodec::customer);
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
