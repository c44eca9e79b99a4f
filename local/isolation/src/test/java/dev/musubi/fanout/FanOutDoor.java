package dev.musubi.fanout;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.reminding.FanOut;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.lambda.Batch;
import dev.musubi.testkit.functions.Stores;
import java.util.function.Function;

/** Opens the function to the walk through all of them. */
public final class FanOutDoor {

  private FanOutDoor() {}

  public static Function<SQSEvent, SQSBatchResponse> over(Stores stores) {
    return new FanOutWorker(
            new Batch(stores.meter(), (queue, delays) -> {}),
            new FanOut(
                stores.shops(),
                stores.runs(),
                stores.views(),
                new FreshCatalogue(stores.catalogue(), stores.source()),
                stores.outbox(),
                stores.clock()),
            stores.clock())
        ::work;
  }
}
