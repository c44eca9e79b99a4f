package dev.musubi.aws.dynamodb;

import dev.musubi.core.shopping.Purchases;
import dev.musubi.testkit.contracts.PurchasesContract;
import java.time.InstantSource;

class DynamoPurchasesTest extends PurchasesContract {

  @Override
  protected Purchases empty(InstantSource clock) {
    return new DynamoPurchases(LocalDynamo.client(), LocalDynamo.sortedTable(), clock);
  }
}
