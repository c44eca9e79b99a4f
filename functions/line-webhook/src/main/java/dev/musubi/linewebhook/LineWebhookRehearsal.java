package dev.musubi.linewebhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.musubi.aws.queues.SqsInbox;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.lambda.Rehearsal;
import dev.musubi.line.events.LineSignature;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;

/** A webhook of nobody goes the whole way: to the secrets, and to the door of the queue. */
record LineWebhookRehearsal(LineWebhookEndpoint endpoint, SqsInbox inbox, InstantSource clock)
    implements Runnable {

  private static final String BODY =
      "{\"destination\":\"Urehearsal\",\"events\":[{\"type\":\"rehearsal\"}]}";
  private static final String SIGNATURE = "bFHjRh3sT1pEh195wo5/vxlEVGA+tx3aKjOH6lWNcQI=";

  @Override
  public void run() {
    endpoint.answer(event());
    ShopSecrets ours = shop -> new ShopSecrets.Lookup.Found(secrets());
    new LineWebhookEndpoint(ours, events -> inbox.rehearse(events.getFirst()), clock)
        .answer(event());
  }

  private static Secrets secrets() {
    List<Secret> signing = List.of(new Secret("rehearsal"));
    return new Secrets(
        new Secrets.Line("rehearsal", signing, "Urehearsal"),
        new Secrets.Shopify("rehearsal", signing));
  }

  private static APIGatewayV2HTTPEvent event() {
    return APIGatewayV2HTTPEvent.builder()
        .withPathParameters(Collections.singletonMap("shop", Rehearsal.NOBODY))
        .withHeaders(Collections.singletonMap(LineSignature.HEADER, SIGNATURE))
        .withBody(BODY)
        .build();
  }
}
