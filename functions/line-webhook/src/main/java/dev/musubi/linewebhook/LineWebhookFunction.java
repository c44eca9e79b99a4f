package dev.musubi.linewebhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.lambda.Rehearsal;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/** Takes LINE's webhooks: checks who signed them, queues each event, answers 200. */
public class LineWebhookFunction
    extends MicronautRequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  @Inject LineWebhookEndpoint endpoint;

  /** Held here, for the runtime forgets what nobody holds. */
  @Inject Rehearsal rehearsal;

  @Override
  public APIGatewayV2HTTPResponse execute(APIGatewayV2HTTPEvent event) {
    return endpoint.answer(event);
  }
}
