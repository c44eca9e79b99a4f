package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.Links;
import dev.musubi.testkit.contracts.LinksContract;
import java.time.InstantSource;

class DynamoLinksTest extends LinksContract {

  @Override
  protected Links empty(InstantSource clock) {
    return new DynamoLinks(LocalDynamo.client(), LocalDynamo.table(), clock);
  }
}
