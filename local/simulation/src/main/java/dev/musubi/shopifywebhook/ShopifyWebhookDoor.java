package dev.musubi.shopifywebhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.aws.queues.RawShopify;
import dev.musubi.local.simulation.world.Ports;
import java.util.function.Consumer;
import java.util.function.Function;

/** Opens the function to the simulation. */
public final class ShopifyWebhookDoor {

  private ShopifyWebhookDoor() {}

  public static Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> over(
      Ports ports, Consumer<RawShopify> inbox, Consumer<RawShopify> stock) {
    return new ShopifyWebhookEndpoint(ports.secrets(), inbox, stock, ports.clock())::answer;
  }
}
