package dev.musubi.aws.dynamodb;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * {@link ShopTable} over one table, whichever stores are in it: reads it page by page and removes
 * what has the shop in its key. Nothing else in the project scans; no key lists a shop's items, and
 * what a list has forgotten would stay for ever.
 */
public final class DynamoShopTable implements ShopTable {

  private static final String SEPARATOR = "\n";

  private final String name;
  private final Table table;

  /** {@code name} is for people, {@code table} is DynamoDB's. */
  public DynamoShopTable(DynamoDbClient client, String name, String table) {
    this.name = name;
    this.table = new Table(client, table);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Wiped wipe(ShopId shop, Optional<String> position) {
    ScanResponse page = table.scan(prefixes(shop), position.map(DynamoShopTable::key));
    List<Item> mine = page.items().stream().map(item -> new Item(item).keyOnly()).toList();
    table.deleteAll(mine);
    Optional<String> next =
        page.lastEvaluatedKey().isEmpty()
            ? Optional.empty()
            : Optional.of(position(new Item(page.lastEvaluatedKey())));
    return new Wiped(mine.size(), next);
  }

  /** A handle holds neither of the two, so that no shop's keys begin like another's. */
  private static List<String> prefixes(ShopId shop) {
    return List.of(shop + "#", shop + ".");
  }

  private static String position(Item key) {
    return key.get(Item.PK) + key.find(Item.SK).map(sk -> SEPARATOR + sk).orElse("");
  }

  private static Map<String, AttributeValue> key(String position) {
    Map<String, AttributeValue> key = new HashMap<>();
    int separator = position.indexOf(SEPARATOR);
    key.put(Item.PK, Item.text(separator < 0 ? position : position.substring(0, separator)));
    if (separator >= 0) {
      key.put(Item.SK, Item.text(position.substring(separator + 1)));
    }
    return key;
  }
}
