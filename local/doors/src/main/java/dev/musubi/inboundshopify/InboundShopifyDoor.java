package dev.musubi.inboundshopify;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.reminding.CartReminders;
import dev.musubi.core.reminding.StockNews;
import dev.musubi.lambda.Batch;
import dev.musubi.local.doors.Ports;
import java.util.function.Function;

/** Opens the function: wired to ports as its own wiring does to AWS. */
public final class InboundShopifyDoor {

  private InboundShopifyDoor() {}

  public static Function<SQSEvent, SQSBatchResponse> over(Ports ports) {
    StockNews stock = new StockNews(ports.restocks(), ports.outbox(), ports.clock());
    return new InboundShopifyWorker(
            new Batch(ports.meter(), ports.giveBack()),
            new ShopNews(
                ports.shops(),
                new OrderNews(
                    ports.shops(),
                    ports.orders(),
                    ports.purchases(),
                    new RememberedOrders(ports.orderSource(), ports.links()),
                    ports.outbox(),
                    ports.clock()),
                ports.catalogue(),
                ports.links(),
                new CartReminders(ports.carts(), ports.outbox()),
                stock,
                ports.outbox()),
            stock,
            "https://sqs.local/inbound-stock")
        ::work;
  }
}
