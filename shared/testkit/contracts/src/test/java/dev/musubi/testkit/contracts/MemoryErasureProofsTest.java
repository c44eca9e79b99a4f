package dev.musubi.testkit.contracts;

import dev.musubi.core.people.ErasureProofs;
import dev.musubi.testkit.memory.MemoryErasureProofs;

class MemoryErasureProofsTest extends ErasureProofsContract {

  @Override
  protected ErasureProofs empty() {
    return new MemoryErasureProofs();
  }
}
