package dev.musubi.shopifywebhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.musubi.aws.queues.SqsInbox;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.lambda.Rehearsal;
import dev.musubi.shopify.events.WebhookSignature;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A webhook of nobody goes the whole way: to the secrets, and to the door of the queue. */
record ShopifyWebhookRehearsal(ShopifyWebhookEndpoint endpoint, SqsInbox inbox, InstantSource clock)
    implements Runnable {

  private static final String BODY = "{\"id\":0}";
  private static final String SIGNATURE = "A+0vnpetw/dqBWJuJfLsYtUcevSuogQ6od7v2rvx1IA=";

  @Override
  public void run() {
    endpoint.answer(event());
    ShopSecrets ours = shop -> new ShopSecrets.Lookup.Found(secrets());
    new ShopifyWebhookEndpoint(ours, inbox::rehearse, inbox::rehearse, clock).answer(event());
  }

  private static Secrets secrets() {
    List<Secret> signing = List.of(new Secret("rehearsal"));
    return new Secrets(
        new Secrets.Line("rehearsal", signing, "Urehearsal"),
        new Secrets.Shopify("rehearsal", signing));
  }

  private static APIGatewayV2HTTPEvent event() {
    Map<String, String> headers = new TreeMap<>();
    headers.put("x-shopify-shop-domain", Rehearsal.NOBODY + ".myshopify.com");
    headers.put("x-shopify-topic", "rehearsal");
    headers.put("x-shopify-webhook-id", "rehearsal");
    headers.put("x-shopify-triggered-at", "2026-01-01T00:00:00Z");
    headers.put(WebhookSignature.HEADER, SIGNATURE);
    return APIGatewayV2HTTPEvent.builder()
        .withPathParameters(Collections.singletonMap("shop", Rehearsal.NOBODY))
        .withHeaders(headers)
        .withBody(BODY)
        .build();
  }
}
