package dev.musubi.storefront;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.core.reminding.RestockWishes;
import dev.musubi.core.sending.RecipientBook;
import dev.musubi.shopify.events.ProxyDoor;
import dev.musubi.testkit.functions.Stores;
import java.util.function.Function;

/** Opens the function to the walk through all of them. */
public final class StorefrontDoor {

  private StorefrontDoor() {}

  public static Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> over(Stores stores) {
    return new StorefrontEndpoint(
            new ProxyDoor(stores.secrets()),
            new PreferenceDesk(
                stores.shops(), stores.links(), new RecipientBook(stores.recipients())),
            new RestockEndpoint(
                stores.shops(),
                new RestockWishes(
                    stores.restocks(),
                    stores.watches(),
                    stores.purchases(),
                    stores.variants(),
                    stores.deliveries(),
                    stores.clock()),
                stores.clock()),
            stores.clock())
        ::answer;
  }
}
