package dev.musubi.local.simulation.world;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.beacon.BeaconDoor;
import dev.musubi.chores.ChoresDoor;
import dev.musubi.dueruns.DueRunsDoor;
import dev.musubi.fanout.FanOutDoor;
import dev.musubi.inboundline.InboundLineDoor;
import dev.musubi.inboundshopify.InboundShopifyDoor;
import dev.musubi.lambda.Batch;
import dev.musubi.linewebhook.LineWebhookDoor;
import dev.musubi.link.LinkDoor;
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
    Batch.GiveBack back =
        (arn, delays) ->
            queues.all().stream()
                .filter(queue -> queue.arn().equals(arn))
                .forEach(queue -> queue.giveBack(delays));
    queues.inboundLine().read(() -> InboundLineDoor.over(ports, back));
    queues.inboundShopify().read(() -> InboundShopifyDoor.over(ports, back));
    queues.stock().read(() -> InboundShopifyDoor.over(ports, back));
    queues.fanOut().read(() -> FanOutDoor.over(ports, back));
    queues.express().read(() -> PushDoor.over(ports, back));
    queues.bulk().read(() -> PushDoor.over(ports, back));
    queues.chores().read(() -> ChoresDoor.over(ports, back));
    return new Functions(
        LineWebhookDoor.over(ports, ports.inbox()::line),
        ShopifyWebhookDoor.over(ports, ports.inbox()::shopify, ports.inbox()::stock),
        LinkDoor.over(ports),
        StorefrontDoor.over(ports),
        BeaconDoor.over(ports),
        SettingsDoor.over(ports),
        DueRunsDoor.over(ports));
  }
}
