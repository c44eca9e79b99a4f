package dev.musubi.local.simulation.world;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.local.simulation.plan.Act;
import dev.musubi.local.simulation.plan.Deed;
import dev.musubi.local.simulation.plan.ShopPlan;
import dev.musubi.testkit.functions.HttpCall;
import dev.musubi.testkit.functions.Signed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests as LINE, Shopify and browsers send them, signed with the shop's secrets. */
final class Requests {

  private static final String PREFIX = "/apps/line";

  private final InstantSource clock;
  private final List<ShopPlan> shops;

  Requests(InstantSource clock, List<ShopPlan> shops) {
    this.clock = clock;
    this.shops = shops;
  }

  static Secrets secrets(int shop) {
    return new Secrets(
        new Secrets.Line(
            "200000000" + shop, List.of(new Secret("channel-secret-" + shop)), destination(shop)),
        new Secrets.Shopify("client-" + shop, List.of(new Secret("client-secret-" + shop))));
  }

  private static String destination(int shop) {
    return "U" + "d".repeat(31) + shop;
  }

  static Map<String, Object> storefront(ShopPlan shop) {
    Map<String, Object> storefront = new LinkedHashMap<>();
    storefront.put("name", shop.handle());
    storefront.put("origin", "https://" + shop.handle() + ".myshopify.com");
    storefront.put("proxyPath", PREFIX);
    storefront.put("currency", "JPY");
    storefront.put("lineBasicId", "@" + shop.handle());
    return storefront;
  }

  String line(Act act, Deed.InChat deed, String replyToken) {
    return """
    {"destination":"%s","events":[{"type":"%s","mode":"active","timestamp":%d,\
    "source":{"type":"user","userId":"%s"},"webhookEventId":"%s","replyToken":"%s"%s}]}\
    """
        .formatted(
            destination(act.shop()),
            type(deed),
            clock.instant().toEpochMilli(),
            Numbers.user(deed.account()).value(),
            act.id(),
            replyToken,
            rest(deed));
  }

  /** That a notification message can be seen. */
  String delivery(Act act, String tag) {
    return """
    {"destination":"%s","events":[{"type":"delivery","mode":"active","timestamp":%d,\
    "webhookEventId":"%s","deliveryContext":{"isRedelivery":false},"delivery":{"data":"%s"}}]}\
    """
        .formatted(destination(act.shop()), clock.instant().toEpochMilli(), act.id(), tag);
  }

  static String dataRequest(String domain, int customer, int request) {
    return "{\"shop_domain\":\"%s\",\"customer\":{\"id\":%d},\"data_request\":{\"id\":%d}}"
        .formatted(domain, customer, request);
  }

  static String deleted(int customer) {
    return "{\"id\":%d,\"admin_graphql_api_id\":\"gid://shopify/Customer/%d\"}"
        .formatted(customer, customer);
  }

  static String merged(int gone, int kept) {
    return """
    {"admin_graphql_api_customer_kept_id":"gid://shopify/Customer/%d",\
    "admin_graphql_api_customer_deleted_id":"gid://shopify/Customer/%d","status":"completed"}\
    """
        .formatted(kept, gone);
  }

  private static String type(Deed.InChat deed) {
    return switch (deed) {
      case Deed.Follow follow -> "follow";
      case Deed.Block block -> "unfollow";
      case Deed.Say say -> "message";
      case Deed.Prefer prefer -> "postback";
      case Deed.Pause pause -> "postback";
      case Deed.Unlink unlink -> "postback";
      case Deed.AskLink ask -> "postback";
      case Deed.Confirm confirm -> "accountLink";
    };
  }

  private static String rest(Deed.InChat deed) {
    return switch (deed) {
      case Deed.Follow follow -> "";
      case Deed.Block block -> "";
      case Deed.Say say -> ",\"message\":{\"type\":\"text\",\"text\":\"hello\"}";
      case Deed.Prefer(int account, String kind, boolean on) ->
          postback(
              (on ? "musubi:resume" : "musubi:stop")
                  + (kind.equals(Deed.Prefer.PROMOTIONAL) ? "-promotional" : "?kind=" + kind));
      case Deed.Pause pause -> postback(pause.on() ? "musubi:pause" : "musubi:unpause");
      case Deed.Unlink unlink -> postback("musubi:unlink");
      case Deed.AskLink ask -> postback("musubi:link?from=menu");
      case Deed.Confirm confirm ->
          ",\"link\":{\"result\":\"ok\",\"nonce\":\"" + confirm.nonce() + "\"}";
    };
  }

  private static String postback(String data) {
    return ",\"postback\":{\"data\":\"" + data + "\"}";
  }

  APIGatewayV2HTTPEvent lineCall(int shop, String body) {
    return HttpCall.to("POST /line/{shop}")
        .shop(shops.get(shop).handle())
        .header("x-line-signature", Signed.body(body, channelSecret(shop)))
        .body(body)
        .event();
  }

  APIGatewayV2HTTPEvent shopify(Act act, String topic, String body, Instant at) {
    String handle = shops.get(act.shop()).handle();
    return HttpCall.to("POST /shopify/{shop}")
        .shop(handle)
        .header("x-shopify-shop-domain", handle + ".myshopify.com")
        .header("x-shopify-topic", topic)
        .header("x-shopify-webhook-id", act.id())
        .header("x-shopify-triggered-at", at.toString())
        .header("x-shopify-hmac-sha256", Signed.body(body, clientSecret(act.shop())))
        .body(body)
        .event();
  }

  /** Through the app proxy; {@code customer} 0 is nobody. */
  APIGatewayV2HTTPEvent proxy(
      String route, int shop, int customer, Map<String, String> query, String form) {
    String signed =
        Signed.query(
            new ShopId(shops.get(shop).handle()),
            PREFIX,
            clientSecret(shop),
            customer == 0 ? "" : Integer.toString(customer),
            clock.instant(),
            query);
    return HttpCall.to(route).query(signed).body(form).event();
  }

  APIGatewayV2HTTPEvent pixel(Act act, int product, String visitor) {
    String body =
        """
        {"event":{"name":"product_viewed","id":"%s","timestamp":"%s",\
        "data":{"productVariant":{"product":{"id":"%d"}}}},"visitorToken":"%s"}\
        """
            .formatted(act.id(), clock.instant(), product, visitor);
    return HttpCall.to("POST /pixel/{shop}")
        .shop(shops.get(act.shop()).handle())
        .body(body)
        .event();
  }

  private static Secret channelSecret(int shop) {
    return secrets(shop).line().channelSecrets().getFirst();
  }

  private static Secret clientSecret(int shop) {
    return secrets(shop).shopify().clientSecrets().getFirst();
  }
}
