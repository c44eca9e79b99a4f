package dev.musubi.fanout;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.reminding.FanOut;
import dev.musubi.core.reminding.RestockWaves;
import dev.musubi.core.reminding.StockReading;
import dev.musubi.core.sending.Dossiers;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.lambda.Batch;
import dev.musubi.local.doors.Ports;
import java.util.function.Function;

/** Opens the function: wired to ports as its own wiring does to AWS. */
public final class FanOutDoor {

  private FanOutDoor() {}

  public static Function<SQSEvent, SQSBatchResponse> over(Ports ports) {
    FreshCatalogue catalogue = new FreshCatalogue(ports.catalogue(), ports.source());
    return new FanOutWorker(
            new Batch(ports.meter(), ports.giveBack()),
            new FanOut(
                ports.shops(),
                ports.runs(),
                ports.views(),
                catalogue,
                ports.outbox(),
                ports.clock()),
            new StockReading(
                ports.restocks(), ports.watches(), ports.variants(), ports.outbox(), ports.clock()),
            new RestockWaves(
                ports.shops(),
                new RestockWaves.Stock(ports.restocks(), ports.variants(), catalogue),
                new RestockWaves.Line(
                    ports.watches(),
                    new Dossiers(ports.links(), ports.recipients(), ports.factsReaders()),
                    ports.deliveries()),
                ports.outbox(),
                ports.clock()),
            ports.clock())
        ::work;
  }
}
