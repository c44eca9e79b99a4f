package dev.musubi.shopifywebhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.local.doors.Ports;
import java.util.function.Function;

/** Opens the function: wired to ports as its own wiring does to AWS. */
public final class ShopifyWebhookDoor {

  private ShopifyWebhookDoor() {}

  public static Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> over(Ports ports) {
    return new ShopifyWebhookEndpoint(
            ports.secrets(), ports.inbox()::shopify, ports.inbox()::stock, ports.clock())
        ::answer;
  }
}
