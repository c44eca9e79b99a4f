package dev.musubi.linewebhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.aws.queues.RawLine;
import dev.musubi.local.simulation.world.Ports;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Opens the function to the simulation. */
public final class LineWebhookDoor {

  private LineWebhookDoor() {}

  public static Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> over(
      Ports ports, Consumer<List<RawLine>> inbox) {
    return new LineWebhookEndpoint(ports.secrets(), inbox, ports.clock())::answer;
  }
}
