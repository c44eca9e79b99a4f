package dev.musubi.local.yardsticks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sends the body to a queue as it comes, and answers 200: no framework, no check. */
public final class BareSendFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final SqsClient sqs = SqsClient.create();
  private final String queue = System.getenv("QUEUE");

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    sqs.sendMessage(r -> r.queueUrl(queue).messageBody(event.getBody()));
    return BareFunction.ok();
  }
}
