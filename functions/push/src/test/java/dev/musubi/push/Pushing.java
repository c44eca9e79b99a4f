package dev.musubi.push;

import dev.musubi.core.sending.Attempt;
import dev.musubi.core.sending.ByPhone;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Dossiers;
import dev.musubi.core.sending.Notices;
import dev.musubi.core.sending.Notifier;
import dev.musubi.core.sending.Push;
import dev.musubi.core.sending.Quotas;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.sending.Ways;
import dev.musubi.core.shop.Shops;
import dev.musubi.flex.FlexRenderer;
import dev.musubi.lambda.Batch;
import dev.musubi.lambda.PacedByClock;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.SequentialParallel;
import java.util.HashMap;
import java.util.Map;

/** The worker over ports in memory, some of which a test puts its own in place of. */
record Pushing(Stores stores, Map<Class<?>, Object> others) {

  static Pushing of(Stores stores) {
    return new Pushing(stores, Map.of());
  }

  <P> Pushing with(Class<P> port, P other) {
    Map<Class<?>, Object> more = new HashMap<>(others);
    more.put(port, other);
    return new Pushing(stores, more);
  }

  private <P> P port(Class<P> port, P usual) {
    return port.cast(others.getOrDefault(port, usual));
  }

  PushWorker worker(Batch.GiveBack giveBack) {
    PacedByClock pacer = new PacedByClock(1_000_000);
    Recipients recipients = port(Recipients.class, stores.recipients());
    Deliveries deliveries = port(Deliveries.class, stores.deliveries());
    Attempt byChat =
        new Attempt(
            recipients,
            deliveries,
            new FlexRenderer(stores.templates()),
            port(Sender.class, stores.sender()),
            pacer,
            stores.clock());
    ByPhone byPhone =
        new ByPhone(
            port(Notices.class, stores.notices()),
            port(Notifier.class, stores.notifier()),
            pacer,
            stores.clock());
    Push push =
        new Push(
            port(Shops.class, stores.shops()),
            new Dossiers(stores.links(), recipients, stores.factsReaders()),
            deliveries,
            new Ways(byChat, byPhone),
            stores.outbox(),
            new Push.Surroundings(
                new SequentialParallel(),
                new SequentialParallel(),
                port(Quotas.class, stores.quotas()),
                stores.meter(),
                stores.clock(),
                stores.followUps()));
    return new PushWorker(new Batch(stores.meter(), giveBack), push, pacer);
  }
}
