package dev.musubi.push;

import dev.musubi.core.sending.Attempt;
import dev.musubi.core.sending.ByPhone;
import dev.musubi.core.sending.Dossiers;
import dev.musubi.core.sending.Notices;
import dev.musubi.core.sending.Notifier;
import dev.musubi.core.sending.Push;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.sending.Ways;
import dev.musubi.flex.FlexRenderer;
import dev.musubi.lambda.Batch;
import dev.musubi.lambda.PacedByClock;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.SequentialParallel;

/** The worker over ports in memory, some of which a test puts its own in place of. */
record Pushing(
    Stores stores, Recipients recipients, Sender sender, Notices notices, Notifier notifier) {

  static Pushing of(Stores stores) {
    return new Pushing(
        stores, stores.recipients(), stores.sender(), stores.notices(), stores.notifier());
  }

  Pushing with(Recipients other) {
    return new Pushing(stores, other, sender, notices, notifier);
  }

  Pushing with(Sender other) {
    return new Pushing(stores, recipients, other, notices, notifier);
  }

  Pushing with(Notices others, Notifier other) {
    return new Pushing(stores, recipients, sender, others, other);
  }

  PushWorker worker(Batch.GiveBack giveBack) {
    PacedByClock pacer = new PacedByClock(1_000_000);
    Attempt byChat =
        new Attempt(
            recipients,
            stores.deliveries(),
            new FlexRenderer(stores.templates()),
            sender,
            pacer,
            stores.clock());
    Push push =
        new Push(
            stores.shops(),
            new Dossiers(stores.links(), recipients, stores.factsReaders()),
            stores.deliveries(),
            new Ways(byChat, new ByPhone(notices, notifier, pacer, stores.clock())),
            stores.outbox(),
            new Push.Surroundings(
                new SequentialParallel(),
                new SequentialParallel(),
                stores.quotas(),
                stores.meter(),
                stores.clock(),
                stores.followUps()));
    return new PushWorker(new Batch(stores.meter(), giveBack), push, pacer);
  }
}
