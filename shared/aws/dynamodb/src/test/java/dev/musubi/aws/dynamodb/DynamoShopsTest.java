package dev.musubi.aws.dynamodb;

import dev.musubi.core.shop.Shops;
import dev.musubi.testkit.contracts.ShopsContract;

class DynamoShopsTest extends ShopsContract {

  @Override
  protected Shops empty() {
    return new DynamoShops(
        LocalDynamo.client(), LocalDynamo.indexedTable("due", "dueShard", "nextRunAt"));
  }
}
