package dev.musubi.link;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.shopify.events.ProxyDoor;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.SeededEntropy;
import java.net.URI;
import java.util.function.Function;

/** Opens the function to the walk through all of them. */
public final class LinkDoor {

  private LinkDoor() {}

  public static Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> over(Stores stores) {
    return new LinkEndpoint(
            new ProxyDoor(stores.secrets()),
            stores.shops(),
            new LinkStart(
                stores.links(), new SeededEntropy(1), URI.create("https://access.line.me")),
            new Unlinking(stores.links(), stores.outbox()),
            stores.clock())
        ::answer;
  }
}
