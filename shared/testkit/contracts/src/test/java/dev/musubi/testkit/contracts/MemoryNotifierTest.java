package dev.musubi.testkit.contracts;

import dev.musubi.core.sending.Notifier;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.ShopId;
import dev.musubi.testkit.memory.MemoryNotifier;
import java.time.InstantSource;
import java.util.List;

class MemoryNotifierTest extends NotifierContract {

  private final MemoryNotifier notifier = new MemoryNotifier();

  @Override
  protected Notifier empty(InstantSource clock, ShopId approved, ShopId other) {
    notifier.unknown(NOBODYS);
    notifier.unapproved(other);
    return notifier;
  }

  @Override
  protected List<SendId> arrived() {
    return notifier.arrived();
  }

  @Override
  protected void throttleNext() {
    notifier.answers(new WireOutcome.Throttled());
  }

  @Override
  protected void loseNextAnswer() {
    notifier.answers(new WireOutcome.Unclear("timeout"));
  }
}
