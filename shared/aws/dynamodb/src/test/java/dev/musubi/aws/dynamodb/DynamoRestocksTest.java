package dev.musubi.aws.dynamodb;

import dev.musubi.core.shopping.Restocks;
import dev.musubi.testkit.contracts.RestocksContract;
import java.time.InstantSource;

class DynamoRestocksTest extends RestocksContract {

  @Override
  protected Restocks empty(InstantSource clock) {
    return new DynamoRestocks(LocalDynamo.client(), LocalDynamo.sortedTable(), clock);
  }
}
