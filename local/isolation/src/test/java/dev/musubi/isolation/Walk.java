package dev.musubi.isolation;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.aws.queues.RawCodec;
import dev.musubi.beacon.BeaconDoor;
import dev.musubi.chores.ChoresDoor;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.RunShard;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.StockWork;
import dev.musubi.core.sending.Work;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.dueruns.DueRunsDoor;
import dev.musubi.fanout.FanOutDoor;
import dev.musubi.inboundline.InboundLineDoor;
import dev.musubi.inboundshopify.InboundShopifyDoor;
import dev.musubi.linewebhook.LineWebhookDoor;
import dev.musubi.link.LinkDoor;
import dev.musubi.local.doors.CollectedNews;
import dev.musubi.local.doors.Ports;
import dev.musubi.push.PushDoor;
import dev.musubi.settings.SettingsDoor;
import dev.musubi.shopifywebhook.ShopifyWebhookDoor;
import dev.musubi.storefront.StorefrontDoor;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.functions.HttpCall;
import dev.musubi.testkit.functions.Messages;
import dev.musubi.testkit.functions.Signed;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.wire.WorkCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every function over one set of stores, as two shops' people and platforms call them. */
final class Walk {

  final Stores stores;
  final CollectedNews news = new CollectedNews();
  final Ports ports;
  private final Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> link;
  private int events;

  Walk(Instant now) {
    stores = Stores.ofTwoShops(now);
    ports = Ports.over(stores, news);
    link = LinkDoor.over(ports);
  }

  /** LINE tells the shop of something that Hana did; answers the status. */
  int line(ExampleShop shop, String type, String rest) {
    events++;
    String body =
        """
        {"destination":"%s","events":[{"type":"%s","mode":"active","timestamp":%d,\
        "source":{"type":"user","userId":"%s"},"webhookEventId":"event-%d",\
        "replyToken":"token-%d"%s}]}"""
            .formatted(
                shop.secrets().line().destination(),
                type,
                stores.clock().instant().toEpochMilli(),
                HANA.value(),
                events,
                events,
                rest);
    return line(shop, shop, body);
  }

  /** The same with the secrets of whichever shop signs. */
  int line(ExampleShop shop, ExampleShop signer, String body) {
    HttpCall call =
        HttpCall.to("POST /line/{shop}")
            .shop(shop.id().handle())
            .header("x-line-signature", Signed.body(body, signer.channelSecret()))
            .body(body);
    int status = LineWebhookDoor.over(ports).apply(call.event()).getStatusCode();
    InboundLineDoor.over(ports)
        .apply(Messages.of(news.takeLine().stream().map(new RawCodec()::write).toList()));
    return status;
  }

  int shopify(ExampleShop shop, String topic, String body) {
    return shopify(shop, shop, topic, body);
  }

  int shopify(ExampleShop shop, ExampleShop signer, String topic, String body) {
    HttpCall call =
        HttpCall.to("POST /shopify/{shop}")
            .shop(shop.id().handle())
            .header("x-shopify-shop-domain", shop.id().domain())
            .header("x-shopify-topic", topic)
            .header("x-shopify-webhook-id", "webhook-" + ++events)
            .header("x-shopify-triggered-at", stores.clock().instant().toString())
            .header("x-shopify-hmac-sha256", Signed.body(body, signer.clientSecret()))
            .body(body);
    int status = ShopifyWebhookDoor.over(ports).apply(call.event()).getStatusCode();
    InboundShopifyDoor.over(ports)
        .apply(Messages.of(news.takeShopify().stream().map(new RawCodec()::write).toList()));
    return status;
  }

  APIGatewayV2HTTPResponse proxy(ExampleShop shop, String route, Map<String, String> asked) {
    return proxy(shop, shop, route, asked, "");
  }

  APIGatewayV2HTTPResponse proxy(
      ExampleShop shop, ExampleShop signer, String route, Map<String, String> asked, String form) {
    APIGatewayV2HTTPEvent call =
        HttpCall.to(route)
            .query(
                Signed.query(
                    shop,
                    signer.clientSecret(),
                    CUSTOMER.toString(),
                    stores.clock().instant(),
                    asked))
            .body(form)
            .event();
    return route.endsWith("/visit") || route.contains("/restock")
        ? StorefrontDoor.over(ports).apply(call)
        : link.apply(call);
  }

  String visitorToken(ExampleShop shop) {
    return proxy(shop, "GET /proxy/visit", Map.of())
        .getBody()
        .replaceAll("\\{\"visitorToken\":\"([^\"]+)\"}", "$1");
  }

  int view(ExampleShop shop, String token, long product) {
    String body =
        """
        {"event":{"name":"product_viewed","id":"view-%d","timestamp":"%s",\
        "data":{"productVariant":{"product":{"id":"%d"}}}},"visitorToken":"%s"}"""
            .formatted(++events, stores.clock().instant(), product, token);
    return BeaconDoor.over(ports)
        .apply(HttpCall.to("POST /pixel/{shop}").shop(shop.id().handle()).body(body).event())
        .getStatusCode();
  }

  /** Hana links her account to the customer's, through the chat and the shop's pages. */
  void link(ExampleShop shop) {
    line(shop, "follow", "");
    line(shop, "postback", ",\"postback\":{\"data\":\"musubi:link?from=menu\"}");
    String dialog =
        proxy(shop, "GET /proxy/link", Map.of("linkToken", "t")).getHeaders().get("location");
    String nonce = dialog.replaceAll(".*&nonce=", "");
    line(shop, "accountLink", ",\"link\":{\"result\":\"ok\",\"nonce\":\"" + nonce + "\"}");
    settle();
  }

  /** The shop has a product: its webhook tells so, and its Admin API. */
  void product(ExampleShop shop, long product, String title) {
    shopify(
        shop,
        "products/update",
        """
        {"id":%d,"handle":"product-%d","title":"%s","status":"active",\
        "published_at":"2026-10-01T00:00:00Z","updated_at":"%s","variants":[{"id":1,\
        "price":"10","inventory_policy":"deny","inventory_quantity":1,\
        "inventory_management":"shopify"}]}"""
            .formatted(product, product, title, stores.clock().instant()));
    stores
        .catalogue()
        .find(shop.id(), List.of(new ProductId(product)))
        .values()
        .forEach(facts -> stores.source().put(shop.id(), facts));
  }

  void settings(ExampleShop shop, Map<String, Object> settings) {
    SettingsDoor.over(ports).apply(Map.of("shop", shop.id().handle(), "settings", settings));
  }

  /** The quarter hour strikes, and all work that it brings is done. */
  void strike(String time) {
    stores.clock().set(Instant.parse(time));
    DueRunsDoor.over(ports).run();
    settle();
  }

  /** Does all that is queued and due, until nothing is left; answers what it was. */
  List<Work> settle() {
    List<Work> all = new ArrayList<>();
    for (List<Work> work = next(); !work.isEmpty(); work = next()) {
      work.forEach(this::carryOut);
      all.addAll(work);
    }
    return all;
  }

  private List<Work> next() {
    List<Work> work = new ArrayList<>(stores.outbox().takeQueued());
    work.addAll(stores.outbox().takeDue());
    return work;
  }

  private void carryOut(Work work) {
    String body = new WorkCodec().write(work);
    switch (work) {
      case SendIntent intent -> PushDoor.over(ports).apply(Messages.of(body));
      case RunShard shard -> FanOutDoor.over(ports).apply(Messages.of(body));
      case StockWork stock -> FanOutDoor.over(ports).apply(Messages.of(body));
      case Chore chore -> ChoresDoor.over(ports).apply(Messages.of(body));
    }
  }
}
