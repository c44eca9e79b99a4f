package dev.musubi.inboundshopify;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.aws.queues.RawCodec;
import dev.musubi.aws.queues.RawShopify;
import dev.musubi.lambda.Batch;
import dev.musubi.shopify.events.ShopifyEvents;

/** Reads verified webhooks from the queue and has them acted on, each by itself. */
final class InboundShopifyWorker {

  private final RawCodec codec = new RawCodec();
  private final Batch batch;
  private final ShopNews news;

  InboundShopifyWorker(Batch batch, ShopNews news) {
    this.batch = batch;
    this.news = news;
  }

  SQSBatchResponse work(SQSEvent event) {
    return batch.each(event, codec::shopify, this::hear);
  }

  private void hear(RawShopify webhook) {
    news.hear(
        webhook.shop(), ShopifyEvents.read(webhook.topic(), webhook.triggeredAt(), webhook.body()));
  }
}
