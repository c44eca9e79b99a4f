package dev.musubi.local.yardsticks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Counts one up in an item of the body's own, and answers 200: no framework, no check. */
public final class BareUpdateFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final DynamoDbClient dynamo = DynamoDbClient.create();
  private final String table = System.getenv("TABLE");

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String key = "bare#" + event.getBody().hashCode();
    dynamo.updateItem(
        r ->
            r.tableName(table)
                .key(Map.of("pk", AttributeValue.fromS(key), "sk", AttributeValue.fromS("bare")))
                .updateExpression("ADD times :one")
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
    return BareFunction.ok();
  }
}
