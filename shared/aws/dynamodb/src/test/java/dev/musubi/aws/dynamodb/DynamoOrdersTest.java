package dev.musubi.aws.dynamodb;

import dev.musubi.core.shopping.Orders;
import dev.musubi.testkit.contracts.OrdersContract;
import java.time.InstantSource;

class DynamoOrdersTest extends OrdersContract {

  @Override
  protected Orders empty(InstantSource clock) {
    return new DynamoOrders(LocalDynamo.client(), LocalDynamo.sortedTable(), clock);
  }
}
