package dev.musubi.push;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.sending.Attempt;
import dev.musubi.core.sending.ByPhone;
import dev.musubi.core.sending.Dossiers;
import dev.musubi.core.sending.Push;
import dev.musubi.core.sending.Ways;
import dev.musubi.flex.FlexRenderer;
import dev.musubi.lambda.Batch;
import dev.musubi.lambda.PacedByClock;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.SequentialParallel;
import java.util.function.Function;

/** Opens the function to the walk through all of them. */
public final class PushDoor {

  private PushDoor() {}

  public static Function<SQSEvent, SQSBatchResponse> over(Stores stores) {
    PacedByClock pacer = new PacedByClock(1_000_000);
    Dossiers dossiers = new Dossiers(stores.links(), stores.recipients(), stores.factsReaders());
    Ways ways =
        new Ways(
            new Attempt(
                stores.recipients(),
                stores.deliveries(),
                new FlexRenderer(stores.templates()),
                stores.sender(),
                pacer,
                stores.clock()),
            new ByPhone(stores.notices(), stores.notifier(), pacer, stores.clock()));
    Push.Surroundings around =
        new Push.Surroundings(
            new SequentialParallel(),
            new SequentialParallel(),
            stores.quotas(),
            stores.meter(),
            stores.clock(),
            stores.followUps());
    Push push =
        new Push(stores.shops(), dossiers, stores.deliveries(), ways, stores.outbox(), around);
    return new PushWorker(new Batch(stores.meter(), (queue, delays) -> {}), push, pacer)::work;
  }
}
