package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.PurchaseHistory;
import dev.musubi.core.shopping.Purchases;
import dev.musubi.wire.PurchaseCodec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** {@link Purchases} in the table of shopping: one versioned item a customer. */
public final class DynamoPurchases implements Purchases {

  private static final String ORDERS = "orders";

  private final Table table;
  private final InstantSource clock;
  private final PurchaseCodec codec = new PurchaseCodec();

  public DynamoPurchases(DynamoDbClient client, String table, InstantSource clock) {
    this.table = new Table(client, table);
    this.clock = clock;
  }

  @Override
  public void record(ShopId shop, Purchase purchase) {
    Patience patience = new Patience();
    Item key = key(shop, purchase.customer());
    Optional<Item> stored = table.find(key);
    while (true) {
      PurchaseHistory next = history(stored).with(purchase, clock.instant());
      if (next.orders().isEmpty()) {
        return;
      }
      Version seen = seen(stored);
      switch (table.put(item(key.with(seen.next()), next), Condition.still(seen))) {
        case Written.Done() -> {
          return;
        }
        case Written.Lost(Optional<Item> standing) -> {
          stored = standing;
          patience.again("a customer's orders changed");
        }
      }
    }
  }

  @Override
  public Map<CustomerId, List<Purchase>> of(ShopId shop, List<CustomerId> customers) {
    Map<CustomerId, List<Purchase>> found = new TreeMap<>();
    for (Item item : table.find(customers.stream().map(c -> key(shop, c)).toList(), true)) {
      List<Purchase> orders = history(Optional.of(item)).orders();
      if (!orders.isEmpty()) {
        found.put(orders.getFirst().customer(), orders);
      }
    }
    return found;
  }

  @Override
  public void erase(ShopId shop, Person person) {
    person.customer().ifPresent(customer -> table.delete(key(shop, customer)));
  }

  @Override
  public void move(ShopId shop, CustomerId from, CustomerId to) {
    Patience patience = new Patience();
    while (!from.equals(to)) {
      Optional<Item> moved = table.find(key(shop, from));
      Optional<Item> kept = table.find(key(shop, to));
      if (moved.isEmpty() || table.transact(moves(key(shop, to), kept, moved.get(), to))) {
        return;
      }
      patience.again("a customer's orders changed");
    }
  }

  private List<TransactWriteItem> moves(Item key, Optional<Item> kept, Item moved, CustomerId to) {
    PurchaseHistory next = history(kept).with(history(Optional.of(moved)), to, clock.instant());
    Condition unchanged = Condition.still(seen(kept));
    Condition unmoved = Condition.still(moved.version());
    Item item = item(key.with(seen(kept).next()), next);
    return List.of(
        TransactWriteItem.builder()
            .put(
                p ->
                    p.tableName(table.name())
                        .item(item.attributes())
                        .conditionExpression(unchanged.expression())
                        .expressionAttributeValues(unchanged.valuesOrNull()))
            .build(),
        TransactWriteItem.builder()
            .delete(
                d ->
                    d.tableName(table.name())
                        .key(moved.keyOnly().attributes())
                        .conditionExpression(unmoved.expression())
                        .expressionAttributeValues(unmoved.valuesOrNull()))
            .build());
  }

  @Override
  public List<Holding> export(ShopId shop, Person person) {
    return person
        .customer()
        .map(customer -> history(table.find(key(shop, customer))).holdings())
        .orElse(List.of());
  }

  private PurchaseHistory history(Optional<Item> item) {
    List<AttributeValue> orders =
        item.map(i -> i.attributes().get(ORDERS)).map(AttributeValue::l).orElse(List.of());
    return new PurchaseHistory(orders.stream().map(order -> codec.read(order.s())).toList())
        .at(clock.instant());
  }

  private Item item(Item key, PurchaseHistory history) {
    List<AttributeValue> orders =
        history.orders().stream().map(order -> Item.text(codec.write(order))).toList();
    Instant newest =
        history.orders().stream().findFirst().map(Purchase::at).orElseGet(clock::instant);
    return key.with(ORDERS, AttributeValue.fromL(orders))
        .expiring(newest.plus(PurchaseHistory.KEPT).plusSeconds(1));
  }

  private static Version seen(Optional<Item> item) {
    return item.map(Item::version).orElse(Version.NONE);
  }

  private static Item key(ShopId shop, CustomerId customer) {
    return Item.key(shop + "#orders#" + customer, ORDERS);
  }
}
