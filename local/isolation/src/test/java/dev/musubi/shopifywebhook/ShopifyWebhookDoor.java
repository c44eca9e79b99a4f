package dev.musubi.shopifywebhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.aws.queues.RawShopify;
import dev.musubi.testkit.functions.Stores;
import java.util.function.Consumer;
import java.util.function.Function;

/** Opens the function to the walk through all of them. */
public final class ShopifyWebhookDoor {

  private ShopifyWebhookDoor() {}

  public static Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> over(
      Stores stores, Consumer<RawShopify> inbox, Consumer<RawShopify> stockInbox) {
    return new ShopifyWebhookEndpoint(stores.secrets(), inbox, stockInbox, stores.clock())::answer;
  }
}
