package dev.musubi.aws.dynamodb;

import dev.musubi.core.sending.Deliveries;
import dev.musubi.testkit.contracts.DeliveriesContract;
import java.time.InstantSource;

class DynamoDeliveriesTest extends DeliveriesContract {

  @Override
  protected Deliveries empty(InstantSource clock) {
    return new DynamoDeliveries(
        LocalDynamo.client(), LocalDynamo.indexedTable("by-day", "day", "sk"), clock);
  }
}
