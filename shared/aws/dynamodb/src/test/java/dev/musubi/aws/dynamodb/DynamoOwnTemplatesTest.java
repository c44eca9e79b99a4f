package dev.musubi.aws.dynamodb;

import dev.musubi.core.wording.OwnTemplates;
import dev.musubi.testkit.contracts.OwnTemplatesContract;

class DynamoOwnTemplatesTest extends OwnTemplatesContract {

  @Override
  protected OwnTemplates templates() {
    return new DynamoOwnTemplates(
        LocalDynamo.client(), LocalDynamo.indexedTable("due", "dueShard", "nextRunAt"));
  }
}
