package dev.musubi.testkit.contracts;

import dev.musubi.core.wording.OwnTemplates;
import dev.musubi.testkit.memory.MemoryOwnTemplates;

class MemoryOwnTemplatesTest extends OwnTemplatesContract {

  @Override
  protected OwnTemplates templates() {
    return new MemoryOwnTemplates();
  }
}
