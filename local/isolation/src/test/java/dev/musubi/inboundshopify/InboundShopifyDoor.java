package dev.musubi.inboundshopify;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.reminding.CartReminders;
import dev.musubi.core.reminding.StockNews;
import dev.musubi.lambda.Batch;
import dev.musubi.testkit.functions.Stores;
import java.util.function.Function;

/** Opens the function to the walk through all of them. */
public final class InboundShopifyDoor {

  private InboundShopifyDoor() {}

  public static Function<SQSEvent, SQSBatchResponse> over(Stores stores) {
    StockNews stock = new StockNews(stores.restocks(), stores.outbox(), stores.clock());
    return new InboundShopifyWorker(
            new Batch(stores.meter(), (queue, delays) -> {}),
            new ShopNews(
                stores.shops(),
                new OrderNews(
                    stores.shops(),
                    stores.orders(),
                    stores.purchases(),
                    new RememberedOrders(stores.orderSource(), stores.links()),
                    stores.outbox(),
                    stores.clock()),
                stores.catalogue(),
                stores.links(),
                new CartReminders(stores.carts(), stores.outbox()),
                stock,
                stores.outbox()),
            stock,
            "https://sqs.example/stock")
        ::work;
  }
}
