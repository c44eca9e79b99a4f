package dev.musubi.testkit.contracts;

import dev.musubi.core.sending.Recipients;
import dev.musubi.testkit.memory.MemoryRecipients;
import java.time.InstantSource;

class MemoryRecipientsTest extends RecipientsContract {

  @Override
  protected Recipients empty(InstantSource clock) {
    return new MemoryRecipients();
  }
}
