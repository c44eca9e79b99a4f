package dev.musubi.testkit.contracts;

import dev.musubi.core.sending.Notices;
import dev.musubi.testkit.memory.MemoryNotices;
import dev.musubi.testkit.memory.SettableClock;

class MemoryNoticesTest extends NoticesContract {

  @Override
  protected Notices empty(SettableClock clock) {
    return new MemoryNotices(clock);
  }
}
