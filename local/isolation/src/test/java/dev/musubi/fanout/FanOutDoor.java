package dev.musubi.fanout;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.reminding.FanOut;
import dev.musubi.core.reminding.RestockWaves;
import dev.musubi.core.reminding.StockReading;
import dev.musubi.core.sending.Dossiers;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.lambda.Batch;
import dev.musubi.testkit.functions.Stores;
import java.util.function.Function;

/** Opens the function to the walk through all of them. */
public final class FanOutDoor {

  private FanOutDoor() {}

  public static Function<SQSEvent, SQSBatchResponse> over(Stores stores) {
    FreshCatalogue catalogue = new FreshCatalogue(stores.catalogue(), stores.source());
    return new FanOutWorker(
            new Batch(stores.meter(), (queue, delays) -> {}),
            new FanOut(
                stores.shops(),
                stores.runs(),
                stores.views(),
                catalogue,
                stores.outbox(),
                stores.clock()),
            new StockReading(
                stores.restocks(),
                stores.watches(),
                stores.variants(),
                stores.outbox(),
                stores.clock()),
            new RestockWaves(
                stores.shops(),
                new RestockWaves.Stock(stores.restocks(), stores.variants(), catalogue),
                new RestockWaves.Line(
                    stores.watches(),
                    new Dossiers(stores.links(), stores.recipients(), stores.factsReaders()),
                    stores.deliveries()),
                stores.outbox(),
                stores.clock()),
            stores.clock())
        ::work;
  }
}
