package dev.musubi.testkit.contracts;

import dev.musubi.core.sending.Notices;
import dev.musubi.testkit.memory.MemoryNotices;
import java.time.InstantSource;

class MemoryNoticesTest extends NoticesContract {

  @Override
  protected Notices empty(InstantSource clock) {
    return new MemoryNotices(clock);
  }
}
