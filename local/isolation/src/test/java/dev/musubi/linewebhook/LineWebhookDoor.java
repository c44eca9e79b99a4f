package dev.musubi.linewebhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.aws.queues.RawLine;
import dev.musubi.testkit.functions.Stores;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Opens the function to the walk through all of them. */
public final class LineWebhookDoor {

  private LineWebhookDoor() {}

  public static Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> over(
      Stores stores, Consumer<List<RawLine>> inbox) {
    return new LineWebhookEndpoint(stores.secrets(), inbox, stores.clock())::answer;
  }
}
