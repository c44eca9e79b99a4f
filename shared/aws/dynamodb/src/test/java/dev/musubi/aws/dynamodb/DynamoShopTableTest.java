package dev.musubi.aws.dynamodb;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopTable;
import dev.musubi.testkit.contracts.ShopTableContract;
import java.util.Collection;

class DynamoShopTableTest extends ShopTableContract {

  private String name;

  @Override
  protected ShopTable empty() {
    name = LocalDynamo.sortedTable();
    return new DynamoShopTable(LocalDynamo.client(), "things", name);
  }

  /** Half of them as runs are keyed; long enough that a page does not hold all of them. */
  @Override
  protected void put(ShopTable table, ShopId shop, String thing) {
    String separator = thing.hashCode() % 2 == 0 ? "#" : ".";
    new Table(LocalDynamo.client(), name)
        .put(Item.key(shop + separator + thing, "sort").with("padding", "x".repeat(100_000)));
  }

  @Override
  protected Collection<String> held(ShopTable table, ShopId shop) {
    return LocalDynamo.dump(name).stream()
        .filter(item -> item.contains(shop + "#") || item.contains(shop + "."))
        .toList();
  }
}
