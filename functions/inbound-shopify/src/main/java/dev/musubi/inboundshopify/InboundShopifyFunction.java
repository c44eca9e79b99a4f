package dev.musubi.inboundshopify;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/** Acts on Shopify's webhooks. */
public class InboundShopifyFunction extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {

  @Inject InboundShopifyWorker worker;

  @Override
  public SQSBatchResponse execute(SQSEvent event) {
    return worker.work(event);
  }
}
