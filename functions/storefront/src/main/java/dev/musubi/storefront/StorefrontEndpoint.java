package dev.musubi.storefront;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Secrets;
import dev.musubi.lambda.Answers;
import dev.musubi.shopify.events.ProxyDoor;
import dev.musubi.shopify.events.ProxyRequest;
import dev.musubi.shopify.events.VisitorToken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Answers what Shopify signed: a visit with a token for the pixel, or with none if nobody is logged
 * in, and the pages of the preferences.
 */
final class StorefrontEndpoint {

  private final ProxyDoor door;
  private final PreferenceDesk preferences;
  private final InstantSource clock;

  StorefrontEndpoint(ProxyDoor door, PreferenceDesk preferences, InstantSource clock) {
    this.door = door;
    this.preferences = preferences;
    this.clock = clock;
  }

  APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    Instant now = clock.instant();
    String query = Optional.ofNullable(event.getRawQueryString()).orElse("");
    return switch (door.admit(query, now)) {
      case ProxyDoor.Entry.Refused refused -> Answers.empty(401);
      case ProxyDoor.Entry.Busy busy -> Answers.empty(503);
      case ProxyDoor.Entry.Admitted(ProxyRequest.Genuine request, Secrets.Shopify secrets) ->
          answer(event, request, secrets, now);
    };
  }

  private APIGatewayV2HTTPResponse answer(
      APIGatewayV2HTTPEvent event,
      ProxyRequest.Genuine request,
      Secrets.Shopify secrets,
      Instant now) {
    return switch (event.getRouteKey()) {
      case "GET /proxy/visit" -> Answers.json(200, visit(request, secrets, now));
      case "GET /proxy/preferences" -> preferences.show(request, secrets, now);
      case "POST /proxy/preferences" -> preferences.change(event, request, secrets, now);
      default -> Answers.empty(404);
    };
  }

  private static String visit(ProxyRequest.Genuine request, Secrets.Shopify secrets, Instant now) {
    Optional<CustomerId> customer = request.customer();
    return customer
        .map(id -> VisitorToken.issue(request.shop(), id, secrets.clientSecrets().getFirst(), now))
        .map(token -> "{\"visitorToken\":\"" + token + "\"}")
        .orElse("{\"visitorToken\":null}");
  }
}
