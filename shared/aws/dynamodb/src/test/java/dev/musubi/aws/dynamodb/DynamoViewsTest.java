package dev.musubi.aws.dynamodb;

import dev.musubi.core.shopping.Views;
import dev.musubi.testkit.contracts.ViewsContract;
import java.time.InstantSource;

class DynamoViewsTest extends ViewsContract {

  @Override
  protected Views empty(InstantSource clock) {
    return new DynamoViews(LocalDynamo.client(), LocalDynamo.sortedTable(), clock);
  }
}
