package dev.musubi.aws.dynamodb;

import dev.musubi.core.reminding.Runs;
import dev.musubi.testkit.contracts.RunsContract;
import java.time.InstantSource;

class DynamoRunsTest extends RunsContract {

  @Override
  protected Runs empty(InstantSource clock) {
    return new DynamoRuns(LocalDynamo.client(), LocalDynamo.sortedTable(), clock);
  }
}
