package dev.musubi.storefront;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.core.reminding.RestockWishes;
import dev.musubi.core.sending.RecipientBook;
import dev.musubi.local.doors.Ports;
import dev.musubi.shopify.events.ProxyDoor;
import java.util.function.Function;

/** Opens the function: wired to ports as its own wiring does to AWS. */
public final class StorefrontDoor {

  private StorefrontDoor() {}

  public static Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> over(Ports ports) {
    return new StorefrontEndpoint(
            new ProxyDoor(ports.secrets()),
            new PreferenceDesk(ports.shops(), ports.links(), new RecipientBook(ports.recipients())),
            new RestockEndpoint(
                ports.shops(),
                new RestockWishes(
                    ports.restocks(),
                    ports.watches(),
                    ports.purchases(),
                    ports.variants(),
                    ports.deliveries(),
                    ports.clock()),
                ports.clock()),
            ports.clock())
        ::answer;
  }
}
