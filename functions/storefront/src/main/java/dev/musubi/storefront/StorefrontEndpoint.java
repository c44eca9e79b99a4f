package dev.musubi.storefront;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Secrets;
import dev.musubi.lambda.Answers;
import dev.musubi.lambda.ShopperPage;
import dev.musubi.shopify.events.ProxyDoor;
import dev.musubi.shopify.events.ProxyRequest;
import dev.musubi.shopify.events.VisitorToken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Answers what Shopify signed: a visit with a token for the pixel, or with none if nobody is logged
 * in, and the pages of the preferences and of "tell me".
 */
final class StorefrontEndpoint {

  private static final String VISIT = "GET /proxy/visit";

  private final ProxyDoor door;
  private final PreferenceDesk preferences;
  private final RestockEndpoint restock;
  private final InstantSource clock;

  StorefrontEndpoint(
      ProxyDoor door, PreferenceDesk preferences, RestockEndpoint restock, InstantSource clock) {
    this.door = door;
    this.preferences = preferences;
    this.restock = restock;
    this.clock = clock;
  }

  APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    Instant now = clock.instant();
    String query = Optional.ofNullable(event.getRawQueryString()).orElse("");
    boolean visit = VISIT.equals(event.getRouteKey());
    return switch (door.admit(query, now)) {
      case ProxyDoor.Entry.Refused refused ->
          visit ? Answers.empty(401) : page(401, RestockPages.refused(language(event)));
      case ProxyDoor.Entry.Busy busy ->
          visit ? Answers.empty(503) : page(503, RestockPages.unavailable(language(event)));
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
      case VISIT -> Answers.json(200, visit(request, secrets, now));
      case "GET /proxy/preferences" -> preferences.show(request, secrets, now);
      case "POST /proxy/preferences" -> preferences.change(event, request, secrets, now);
      default -> restock.answer(event, request, secrets);
    };
  }

  private static APIGatewayV2HTTPResponse page(int status, ShopperPage page) {
    return Answers.page(status, page.html());
  }

  private static Language language(APIGatewayV2HTTPEvent event) {
    return RestockEndpoint.language(event);
  }

  private static String visit(ProxyRequest.Genuine request, Secrets.Shopify secrets, Instant now) {
    Optional<CustomerId> customer = request.customer();
    return customer
        .map(id -> VisitorToken.issue(request.shop(), id, secrets.clientSecrets().getFirst(), now))
        .map(token -> "{\"visitorToken\":\"" + token + "\"}")
        .orElse("{\"visitorToken\":null}");
  }
}
