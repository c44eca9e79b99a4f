package dev.musubi.testkit.contracts;

import dev.musubi.core.people.Links;
import dev.musubi.testkit.memory.MemoryLinks;
import java.time.InstantSource;

class MemoryLinksTest extends LinksContract {

  @Override
  protected Links empty(InstantSource clock) {
    return new MemoryLinks(clock);
  }
}
