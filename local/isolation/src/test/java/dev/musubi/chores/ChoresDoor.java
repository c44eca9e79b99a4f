package dev.musubi.chores;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.lambda.Batch;
import dev.musubi.testkit.functions.Stores;
import java.util.List;
import java.util.function.Function;

/** Opens the function to the walk through all of them. */
public final class ChoresDoor {

  private ChoresDoor() {}

  public static Function<SQSEvent, SQSBatchResponse> over(Stores stores) {
    return new ChoresWorker(
            new Batch(stores.meter(), (queue, delays) -> {}),
            new Housekeeping(
                stores.shops(),
                stores.links(),
                List.of(
                    stores.recipients(),
                    stores.views(),
                    stores.purchases(),
                    stores.carts(),
                    stores.deliveries()),
                new Housekeeping.Shopify(
                    stores.tags(), new FreshCatalogue(stores.catalogue(), stores.source())),
                stores.friends(),
                stores.clock()))
        ::work;
  }
}
