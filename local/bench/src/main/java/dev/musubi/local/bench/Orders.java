package dev.musubi.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.core.shop.Secret;
import dev.musubi.testkit.functions.Signed;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.function.LongFunction;

/** Orders of a shop's customers in turn, as Shopify tells of them, each with an id of its own. */
record Orders(JsonNode shop, List<Long> customers) {
  LongFunction<HttpRequest> placed() {
    Secret secret = new Secret(shop.path("shopifyClientSecret").asText());
    URI to = URI.create(shop.path("urls").path("shopifyWebhook").asText());
    return at -> {
      String body = order(customers.get((int) (at % customers.size())), at);
      return HttpRequest.newBuilder(to)
          .header("content-type", "application/json")
          .header("x-shopify-topic", "orders/create")
          .header("x-shopify-shop-domain", shop.path("domain").asText())
          .header("x-shopify-webhook-id", "order-" + at)
          .header("x-shopify-triggered-at", "2026-03-10T03:00:02.000000000Z")
          .header("x-shopify-hmac-sha256", Signed.body(body, secret))
          .POST(BodyPublishers.ofString(body))
          .build();
    };
  }

  static String order(long customer, long at) {
    return """
        {"id":%d,"name":"#%d","customer":{"id":%d,"state":"enabled"},\
        "created_at":"2026-03-10T12:00:01+09:00","updated_at":"2026-03-10T12:00:02+09:00",\
        "cancelled_at":null,"checkout_token":"c0ffee%d","cart_token":"ca57%d",\
        "financial_status":"paid","source_name":"web","test":false,"currency":"JPY",\
        "total_price":"7960","line_items":[{"id":1,"product_id":8100000000001,\
        "variant_id":4200000000001,"quantity":2,"price":"3980","gift_card":false}]}"""
        .formatted(5_600_000_000_000L + at, at, customer, at, at);
  }
}
