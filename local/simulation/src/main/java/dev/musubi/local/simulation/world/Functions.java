package dev.musubi.local.simulation.world;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.beacon.BeaconDoor;
import dev.musubi.chores.ChoresDoor;
import dev.musubi.dueruns.DueRunsDoor;
import dev.musubi.fanout.FanOutDoor;
import dev.musubi.inboundline.InboundLineDoor;
import dev.musubi.inboundshopify.InboundShopifyDoor;
import dev.musubi.linewebhook.LineWebhookDoor;
import dev.musubi.link.LinkDoor;
import dev.musubi.local.doors.Ports;
import dev.musubi.push.PushDoor;
import dev.musubi.settings.SettingsDoor;
import dev.musubi.shopifywebhook.ShopifyWebhookDoor;
import dev.musubi.storefront.StorefrontDoor;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The product's functions, wired to the simulated ports as their wiring does to AWS. */
record Functions(
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> lineWebhook,
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> shopifyWebhook,
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> link,
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> storefront,
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> beacon,
    UnaryOperator<Map<String, Object>> settings,
    Runnable dueRuns) {

  static Functions over(Ports ports, Dispatch dispatch) {
    Dispatch.Queues queues = dispatch.queues();
    queues.inboundLine().read(() -> InboundLineDoor.over(ports));
    queues.inboundShopify().read(() -> InboundShopifyDoor.over(ports));
    queues.stock().read(() -> InboundShopifyDoor.over(ports));
    queues.fanOut().read(() -> FanOutDoor.over(ports));
    queues.express().read(() -> PushDoor.over(ports));
    queues.bulk().read(() -> PushDoor.over(ports));
    queues.chores().read(() -> ChoresDoor.over(ports));
    return new Functions(
        LineWebhookDoor.over(ports),
        ShopifyWebhookDoor.over(ports),
        LinkDoor.over(ports),
        StorefrontDoor.over(ports),
        BeaconDoor.over(ports),
        SettingsDoor.over(ports),
        DueRunsDoor.over(ports));
  }
}
