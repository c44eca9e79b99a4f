package dev.musubi.testkit.contracts;

import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Work;
import dev.musubi.testkit.memory.MemoryOutbox;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

class MemoryOutboxTest extends OutboxContract {

  private MemoryOutbox outbox;

  @Override
  protected Outbox empty(InstantSource clock) {
    outbox = new MemoryOutbox(clock);
    return outbox;
  }

  @Override
  protected List<Work> queued() {
    return outbox.queued();
  }

  @Override
  protected List<Scheduled> scheduled() {
    List<Scheduled> scheduled = new ArrayList<>();
    for (int i = 0; i < outbox.scheduled().size(); i++) {
      scheduled.add(new Scheduled(outbox.scheduledFor().get(i), outbox.scheduled().get(i)));
    }
    return scheduled;
  }

  @Override
  protected List<SendIntent> parked() {
    return outbox.parked();
  }
}
