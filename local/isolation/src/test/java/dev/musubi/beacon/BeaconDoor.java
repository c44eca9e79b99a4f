package dev.musubi.beacon;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.testkit.functions.Stores;
import java.util.function.Function;

/** Opens the function to the walk through all of them. */
public final class BeaconDoor {

  private BeaconDoor() {}

  public static Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> over(Stores stores) {
    return new BeaconEndpoint(stores.secrets(), stores.shops(), stores.views(), stores.clock())
        ::answer;
  }
}
