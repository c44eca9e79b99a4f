package dev.musubi.aws.dynamodb;

import dev.musubi.core.shopping.Catalogue;
import dev.musubi.testkit.contracts.CatalogueContract;
import java.time.InstantSource;

class DynamoCatalogueTest extends CatalogueContract {

  @Override
  protected Catalogue empty(InstantSource clock) {
    return new DynamoCatalogue(LocalDynamo.client(), LocalDynamo.sortedTable(), clock);
  }
}
