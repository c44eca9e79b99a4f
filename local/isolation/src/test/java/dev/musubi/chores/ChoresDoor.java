package dev.musubi.chores;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.lambda.Batch;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.SeededEntropy;
import java.util.List;
import java.util.function.Function;

/** Opens the function to the walk through all of them. */
public final class ChoresDoor {

  private ChoresDoor() {}

  public static Function<SQSEvent, SQSBatchResponse> over(Stores stores) {
    Holders holders = new Holders(stores.links(), stores.holders());
    Reconciliation reconciliation =
        new Reconciliation(stores.links(), stores.tags(), stores.friends());
    Housekeeping.Rights rights =
        new Housekeeping.Rights(
            new Erasure(
                holders,
                reconciliation,
                stores.proofs(),
                stores.outbox(),
                new SeededEntropy(1),
                stores.clock()),
            new Exporting(holders, stores.exports(), stores.clock()),
            new Merging(holders, reconciliation, stores.outbox(), stores.clock()),
            new ShopErasure(
                stores.shops(),
                stores.secrets()::remove,
                List.of(),
                stores.proofs(),
                stores.outbox(),
                stores.clock()));
    return new ChoresWorker(
            new Batch(stores.meter(), (queue, delays) -> {}),
            new Housekeeping(
                stores.shops(),
                reconciliation,
                rights,
                new FreshCatalogue(stores.catalogue(), stores.source()),
                new CheckUp(
                    new CheckUp.Sources(stores.subscriptions(), stores.orderSource()),
                    stores.orders(),
                    named -> {
                      throw new IllegalStateException("nothing is missed on this walk");
                    },
                    stores.outbox(),
                    stores.meter(),
                    stores.clock()),
                stores.clock()))
        ::work;
  }
}
