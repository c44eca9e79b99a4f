package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.ErasureProofs;
import dev.musubi.testkit.contracts.ErasureProofsContract;

class DynamoErasureProofsTest extends ErasureProofsContract {

  @Override
  protected ErasureProofs empty() {
    return new DynamoErasureProofs(LocalDynamo.client(), LocalDynamo.sortedTable());
  }
}
