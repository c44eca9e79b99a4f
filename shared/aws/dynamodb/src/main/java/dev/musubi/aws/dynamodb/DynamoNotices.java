package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Notices;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.shop.ShopId;
import dev.musubi.wire.IntentCodec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * {@link Notices} in the table of deliveries: one item by tag and one by customer, which names the
 * tag, in one transaction.
 */
public final class DynamoNotices implements Notices {

  private static final String AT = "at";
  private static final String ONE = "notice";

  private final Table table;
  private final InstantSource clock;
  private final IntentCodec codec = new IntentCodec();

  public DynamoNotices(DynamoDbClient client, String table, InstantSource clock) {
    this.table = new Table(client, table);
    this.clock = clock;
  }

  @Override
  public boolean open(Notice notice) {
    ShopId shop = notice.intent().shop();
    Item byTag = item(notice);
    Item byCustomer =
        Item.key(of(shop, notice.intent().to().customer()), notice.tag().hex())
            .expiring(notice.at().plus(KEPT));
    return table.transact(
        List.of(
            TransactWriteItem.builder()
                .put(
                    p ->
                        p.tableName(table.name())
                            .item(byTag.attributes())
                            .conditionExpression("attribute_not_exists(pk)"))
                .build(),
            TransactWriteItem.builder()
                .put(p -> p.tableName(table.name()).item(byCustomer.attributes()))
                .build()));
  }

  @Override
  public void withdraw(ShopId shop, SendId tag) {
    table.delete(key(shop, tag));
  }

  @Override
  public Optional<Notice> find(ShopId shop, SendId tag) {
    return table
        .find(key(shop, tag))
        .filter(item -> item.live(clock.instant()))
        .map(item -> notice(tag, item));
  }

  @Override
  public void erase(ShopId shop, Person person) {
    person
        .customer()
        .ifPresent(
            customer -> {
              List<Item> named = named(shop, customer);
              table.deleteAll(named.stream().map(item -> key(shop, tag(item))).toList());
              table.deleteAll(named);
            });
  }

  @Override
  public void move(ShopId shop, CustomerId from, CustomerId to) {
    if (from.equals(to)) {
      return;
    }
    for (Item named : named(shop, from)) {
      SendId tag = tag(named);
      find(shop, tag)
          .map(notice -> notice.movedTo(to))
          .ifPresent(
              moved -> {
                table.put(Item.key(of(shop, to), tag.hex()).expiring(moved.at().plus(KEPT)));
                table.put(item(moved));
              });
      table.delete(named);
    }
  }

  @Override
  public List<Holding> export(ShopId shop, Person person) {
    return person.customer().stream()
        .flatMap(customer -> named(shop, customer).stream())
        .flatMap(item -> find(shop, tag(item)).stream())
        .map(Notice::holding)
        .toList();
  }

  private Item item(Notice notice) {
    return key(notice.intent().shop(), notice.tag())
        .with(Item.DOCUMENT, codec.write(notice.intent()))
        .with(AT, notice.at().toString())
        .expiring(notice.at().plus(KEPT));
  }

  private Notice notice(SendId tag, Item item) {
    return new Notice(tag, codec.read(item.get(Item.DOCUMENT)), Instant.parse(item.get(AT)));
  }

  /** The keys of a customer's notices. */
  private List<Item> named(ShopId shop, CustomerId customer) {
    return table
        .all(
            r ->
                r.keyConditionExpression("pk = :pk")
                    .consistentRead(true)
                    .expressionAttributeValues(Map.of(":pk", Item.text(of(shop, customer)))))
        .stream()
        .map(Item::keyOnly)
        .toList();
  }

  private static SendId tag(Item named) {
    return new SendId(named.get(Item.SK));
  }

  private static Item key(ShopId shop, SendId tag) {
    return Item.key(shop + "#notice#" + tag, ONE);
  }

  private static String of(ShopId shop, CustomerId customer) {
    return shop + "#notices-of#" + customer;
  }
}
