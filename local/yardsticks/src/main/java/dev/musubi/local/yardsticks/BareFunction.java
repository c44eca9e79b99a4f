package dev.musubi.local.yardsticks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** Answers 200 and does nothing: no framework, no SDK. */
public final class BareFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return ok();
  }

  static APIGatewayV2HTTPResponse ok() {
    return APIGatewayV2HTTPResponse.builder().withStatusCode(200).build();
  }
}
