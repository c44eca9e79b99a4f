package dev.musubi.inboundshopify;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.aws.queues.RawCodec;
import dev.musubi.aws.queues.RawShopify;
import dev.musubi.core.reminding.StockNews;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ShopSignal;
import dev.musubi.lambda.Batch;
import dev.musubi.shopify.events.ShopifyEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads verified webhooks from the queues and has them acted on: each by itself, but for those that
 * tell of inventory, which come by the thousand in a queue of their own and are heard together.
 */
final class InboundShopifyWorker {

  private final RawCodec codec = new RawCodec();
  private final Batch batch;
  private final ShopNews news;
  private final StockNews stock;
  private final String stockInbox;

  /** {@code stockInbox} is the URL of the queue that tells of inventory alone. */
  InboundShopifyWorker(Batch batch, ShopNews news, StockNews stock, String stockInbox) {
    this.batch = batch;
    this.news = news;
    this.stock = stock;
    this.stockInbox = stockInbox;
  }

  SQSBatchResponse work(SQSEvent event) {
    return event.getRecords().stream().anyMatch(this::ofStock)
        ? batch.together(event, this::moved, this::move)
        : batch.each(event, codec::shopify, this::hear);
  }

  /** A batch comes from one queue. */
  private boolean ofStock(SQSEvent.SQSMessage message) {
    String arn = message.getEventSourceArn();
    return stockInbox.endsWith("/" + arn.substring(arn.lastIndexOf(':') + 1));
  }

  private void hear(RawShopify webhook) {
    news.hear(webhook.shop(), signal(webhook));
  }

  private static ShopSignal signal(RawShopify webhook) {
    return ShopifyEvents.read(
        webhook.shop(), webhook.topic(), webhook.triggeredAt(), webhook.body());
  }

  private record Moved(ShopId shop, ShopSignal.InventoryMoved signal) {}

  private Moved moved(String body) {
    RawShopify webhook = codec.shopify(body);
    if (signal(webhook) instanceof ShopSignal.InventoryMoved moved) {
      return new Moved(webhook.shop(), moved);
    }
    throw new IllegalArgumentException("this queue tells of inventory alone");
  }

  private List<Optional<Duration>> move(List<Batch.Received<Moved>> received) {
    SortedMap<ShopId, List<ShopSignal.InventoryMoved>> byShop =
        new TreeMap<>(Comparator.comparing(ShopId::handle));
    received.stream()
        .map(Batch.Received::content)
        .forEach(
            moved ->
                byShop
                    .computeIfAbsent(moved.shop(), shop -> new ArrayList<>())
                    .add(moved.signal()));
    byShop.forEach(stock::moved);
    return Collections.nCopies(received.size(), Optional.empty());
  }
}
