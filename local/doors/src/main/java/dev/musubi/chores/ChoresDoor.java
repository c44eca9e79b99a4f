package dev.musubi.chores;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.lambda.Batch;
import dev.musubi.local.doors.Ports;
import java.util.List;
import java.util.function.Function;

/** Opens the function: wired to ports as its own wiring does to AWS. */
public final class ChoresDoor {

  private ChoresDoor() {}

  public static Function<SQSEvent, SQSBatchResponse> over(Ports ports) {
    Holders holders = new Holders(ports.links(), ports.holders());
    Reconciliation reconciliation =
        new Reconciliation(ports.links(), ports.tags(), ports.friends());
    Housekeeping.Rights rights =
        new Housekeeping.Rights(
            new Erasure(
                holders,
                reconciliation,
                ports.proofs(),
                ports.outbox(),
                ports.entropy(),
                ports.clock()),
            new Exporting(holders, ports.exports(), ports.clock()),
            new Merging(holders, reconciliation, ports.outbox(), ports.clock()),
            new ShopErasure(
                ports.shops(),
                ports.revocation(),
                List.of(),
                ports.proofs(),
                ports.outbox(),
                ports.clock()));
    return new ChoresWorker(
            new Batch(ports.meter(), ports.giveBack()),
            new Housekeeping(
                ports.shops(),
                reconciliation,
                rights,
                new FreshCatalogue(ports.catalogue(), ports.source()),
                new CheckUp(
                    new CheckUp.Sources(ports.subscriptions(), ports.orderSource()),
                    ports.orders(),
                    ports.inbox()::shopify,
                    ports.outbox(),
                    ports.meter(),
                    ports.clock()),
                ports.clock()))
        ::work;
  }
}
