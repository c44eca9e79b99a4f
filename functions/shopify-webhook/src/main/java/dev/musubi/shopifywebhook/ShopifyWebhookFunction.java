package dev.musubi.shopifywebhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.lambda.Rehearsal;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/** Takes Shopify's webhooks: checks who signed them, queues them, answers 200. */
public class ShopifyWebhookFunction
    extends MicronautRequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  @Inject ShopifyWebhookEndpoint endpoint;

  /** Held here, for the runtime forgets what nobody holds. */
  @Inject Rehearsal rehearsal;

  @Override
  public APIGatewayV2HTTPResponse execute(APIGatewayV2HTTPEvent event) {
    return endpoint.answer(event);
  }
}
