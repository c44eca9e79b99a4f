package dev.musubi.aws.dynamodb;

import dev.musubi.core.shopping.Carts;
import dev.musubi.testkit.contracts.CartsContract;
import java.time.InstantSource;

class DynamoCartsTest extends CartsContract {

  @Override
  protected Carts empty(InstantSource clock) {
    return new DynamoCarts(LocalDynamo.client(), LocalDynamo.sortedTable(), clock);
  }
}
