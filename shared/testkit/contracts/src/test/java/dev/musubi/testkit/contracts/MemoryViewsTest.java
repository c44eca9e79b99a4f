package dev.musubi.testkit.contracts;

import dev.musubi.core.shopping.Views;
import dev.musubi.testkit.memory.MemoryViews;
import java.time.InstantSource;

class MemoryViewsTest extends ViewsContract {

  @Override
  protected Views empty(InstantSource clock) {
    return new MemoryViews(clock);
  }
}
