package dev.musubi.aws.dynamodb;

import dev.musubi.core.shopping.Watches;
import dev.musubi.testkit.contracts.WatchesContract;
import java.time.InstantSource;

class DynamoWatchesTest extends WatchesContract {

  @Override
  protected Watches empty(InstantSource clock) {
    return new DynamoWatches(LocalDynamo.client(), LocalDynamo.sortedTable(), clock);
  }
}
