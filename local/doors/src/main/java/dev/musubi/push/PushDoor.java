package dev.musubi.push;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.sending.Attempt;
import dev.musubi.core.sending.ByPhone;
import dev.musubi.core.sending.Dossiers;
import dev.musubi.core.sending.Push;
import dev.musubi.core.sending.Ways;
import dev.musubi.lambda.Batch;
import dev.musubi.lambda.PacedByClock;
import dev.musubi.local.doors.Ports;
import dev.musubi.testkit.memory.SequentialParallel;
import java.util.function.Function;

/** Opens the function: wired to ports as its own wiring does to AWS. */
public final class PushDoor {

  private PushDoor() {}

  public static Function<SQSEvent, SQSBatchResponse> over(Ports ports) {
    PacedByClock pacer = new PacedByClock(1_000_000);
    Dossiers dossiers = new Dossiers(ports.links(), ports.recipients(), ports.factsReaders());
    Ways ways =
        new Ways(
            new Attempt(
                ports.recipients(),
                ports.deliveries(),
                ports.renderer(),
                ports.sender(),
                pacer,
                ports.clock()),
            new ByPhone(ports.notices(), ports.notifier(), pacer, ports.clock()));
    Push.Surroundings around =
        new Push.Surroundings(
            new SequentialParallel(),
            new SequentialParallel(),
            ports.quotas(),
            ports.meter(),
            ports.clock(),
            ports.followUps());
    Push push = new Push(ports.shops(), dossiers, ports.deliveries(), ways, ports.outbox(), around);
    return new PushWorker(new Batch(ports.meter(), ports.giveBack()), push, pacer)::work;
  }
}
