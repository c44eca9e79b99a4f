package dev.musubi.link;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.local.doors.Ports;
import dev.musubi.shopify.events.ProxyDoor;
import java.net.URI;
import java.util.function.Function;

/** Opens the function: wired to ports as its own wiring does to AWS. */
public final class LinkDoor {

  private LinkDoor() {}

  public static Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> over(Ports ports) {
    return new LinkEndpoint(
            new ProxyDoor(ports.secrets()),
            ports.shops(),
            new LinkStart(ports.links(), ports.entropy(), URI.create("https://access.line.me")),
            new Unlinking(ports.links(), ports.outbox()),
            ports.clock())
        ::answer;
  }
}
