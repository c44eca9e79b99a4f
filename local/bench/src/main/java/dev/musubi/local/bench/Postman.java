package dev.musubi.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.core.shop.Secret;
import dev.musubi.testkit.functions.Signed;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.LongFunction;

/** Webhooks of the demo's first shop as LINE and Shopify sign them, each with an id of its own. */
final class Postman {
  private final JsonNode shop;
  private final long since;

  /** {@code since} tells the ids of one round from those of another. */
  Postman(JsonNode shop, long since) {
    this.shop = shop;
    this.since = since;
  }

  /** A stranger in the chat says something: kept for nobody, answered by nothing. */
  LongFunction<HttpRequest> line() {
    Secret secret = new Secret(shop.path("lineChannelSecret").asText());
    URI to = URI.create(shop.path("urls").path("lineWebhook").asText());
    String destination = shop.path("lineDestination").asText();
    return at -> {
      String body = saying(destination, since + at);
      return HttpRequest.newBuilder(to)
          .header("content-type", "application/json; charset=utf-8")
          .header("x-line-signature", Signed.body(body, secret))
          .POST(BodyPublishers.ofString(body))
          .build();
    };
  }

  static String saying(String destination, long id) {
    return """
        {"destination":"%s","events":[{"type":"message","message":{"type":"text","id":"%d",\
        "quoteToken":"q3Plxr4AgKd","text":"こんにちは"},"timestamp":1773111600000,\
        "source":{"type":"user","userId":"U%032x"},"replyToken":"38ef843bde154d9b91c21320ffd17a0f",\
        "mode":"active","webhookEventId":"01J%023d","deliveryContext":{"isRedelivery":false}}]}"""
        .formatted(destination, 444573844083572737L + id, id % 1_000, id);
  }

  /** A product that nobody looked at changes. */
  LongFunction<HttpRequest> shopify() {
    Secret secret = new Secret(shop.path("shopifyClientSecret").asText());
    URI to = URI.create(shop.path("urls").path("shopifyWebhook").asText());
    return at -> {
      String body = changing(since + at);
      return HttpRequest.newBuilder(to)
          .header("content-type", "application/json")
          .header("x-shopify-topic", "products/update")
          .header("x-shopify-shop-domain", shop.path("domain").asText())
          .header("x-shopify-webhook-id", "bench-" + (since + at))
          .header("x-shopify-triggered-at", "2026-03-10T03:00:00.000000000Z")
          .header("x-shopify-hmac-sha256", Signed.body(body, secret))
          .POST(BodyPublishers.ofString(body))
          .build();
    };
  }

  private static String changing(long id) {
    return """
        {"id":%d,"title":"煎茶 朝霧","handle":"bench-%d","status":"active","tags":"",\
        "product_type":"tea","published_at":"2026-01-01T00:00:00Z",\
        "updated_at":"2026-03-10T12:00:00+09:00","variants":[{"id":%d,"title":"Default Title",\
        "price":"1200","inventory_quantity":20,"inventory_policy":"deny","sku":"B-%d"}],\
        "images":[{"src":"https://cdn.example/p/%d.png"}]}"""
        .formatted(9_000_000 + id % 50, id % 50, 9_100_000 + id % 50, id % 50, id);
  }

  /** The same body to a yardstick, for which there is nothing to check. */
  LongFunction<HttpRequest> bare(URI api, String yardstick) {
    String destination = shop.path("lineDestination").asText();
    URI to = api.resolve("/" + yardstick);
    return at ->
        HttpRequest.newBuilder(to)
            .header("content-type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(saying(destination, since + at)))
            .build();
  }
}
