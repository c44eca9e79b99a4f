package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.DataExports;
import dev.musubi.testkit.contracts.DataExportsContract;
import java.time.InstantSource;

class DynamoDataExportsTest extends DataExportsContract {

  @Override
  protected DataExports empty(InstantSource clock) {
    return new DynamoDataExports(LocalDynamo.client(), LocalDynamo.sortedTable(), clock);
  }
}
