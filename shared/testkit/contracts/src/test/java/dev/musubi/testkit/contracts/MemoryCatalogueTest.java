package dev.musubi.testkit.contracts;

import dev.musubi.core.shopping.Catalogue;
import dev.musubi.testkit.memory.MemoryCatalogue;
import java.time.InstantSource;

class MemoryCatalogueTest extends CatalogueContract {

  @Override
  protected Catalogue empty(InstantSource clock) {
    return new MemoryCatalogue(clock);
  }
}
