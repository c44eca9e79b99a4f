package dev.musubi.link;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.Shops;
import dev.musubi.lambda.Answers;
import dev.musubi.lambda.Form;
import dev.musubi.shopify.events.FormToken;
import dev.musubi.shopify.events.ProxyDoor;
import dev.musubi.shopify.events.ProxyRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Serves the shopper's pages; who does not come through Shopify's app proxy sees one page without
 * detail.
 */
final class LinkEndpoint {

  private static final String PURPOSE = "unlink";

  private final ProxyDoor door;
  private final Shops shops;
  private final LinkStart start;
  private final Unlinking unlinking;
  private final InstantSource clock;

  LinkEndpoint(
      ProxyDoor door, Shops shops, LinkStart start, Unlinking unlinking, InstantSource clock) {
    this.door = door;
    this.shops = shops;
    this.start = start;
    this.unlinking = unlinking;
    this.clock = clock;
  }

  APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    String query = Optional.ofNullable(event.getRawQueryString()).orElse("");
    return switch (door.admit(query, clock.instant())) {
      case ProxyDoor.Entry.Refused refused -> page(401, Pages.refused(language(event)));
      case ProxyDoor.Entry.Busy busy -> page(503, Pages.unavailable(language(event)));
      case ProxyDoor.Entry.Admitted(ProxyRequest.Genuine request, Secrets.Shopify secrets) ->
          shops
              .find(request.shop())
              .map(shop -> answer(event, shop, request, secrets))
              .orElseGet(() -> page(401, Pages.refused(language(event))));
    };
  }

  private APIGatewayV2HTTPResponse answer(
      APIGatewayV2HTTPEvent event,
      Shop shop,
      ProxyRequest.Genuine request,
      Secrets.Shopify secrets) {
    return switch (event.getRouteKey()) {
      case "GET /proxy/link" -> start(shop, request);
      case "GET /proxy/account" -> account(shop, request, secrets);
      case "POST /proxy/unlink" -> unlink(event, shop, request, secrets);
      default -> Answers.empty(404);
    };
  }

  private APIGatewayV2HTTPResponse start(Shop shop, ProxyRequest.Genuine request) {
    LinkStart.Request asked =
        new LinkStart.Request(
            request.customer(),
            request.parameter("linkToken").filter(token -> !token.isBlank()),
            request.parameter("route").flatMap(LinkEndpoint::route).orElse(EntryRoute.CHAT),
            request.parameter("at").flatMap(LinkEndpoint::seconds),
            request.parameter("login").isPresent(),
            request.parameter("again").isPresent());
    return switch (start.next(shop, asked, clock.instant())) {
      case LinkStart.Next.To to -> Answers.redirect(to.address());
      case LinkStart.Next.Show show -> page(200, show.page());
    };
  }

  private APIGatewayV2HTTPResponse account(
      Shop shop, ProxyRequest.Genuine request, Secrets.Shopify secrets) {
    if (request.customer().isEmpty()) {
      URI login = shop.storefront().login(shop.storefront().proxyPath() + "/account");
      return page(200, Pages.logIn(shop, login.toASCIIString()));
    }
    CustomerId customer = request.customer().get();
    if (!unlinking.linked(shop, customer)) {
      return page(200, Pages.notLinked(shop));
    }
    String token =
        FormToken.issue(
            shop.id(), customer, PURPOSE, secrets.clientSecrets().getFirst(), clock.instant());
    return page(200, Pages.linked(shop, shop.storefront().proxyPath() + "/unlink", token));
  }

  /**
   * The form's token shows that it was sent from our own page: another site can't unlink a visitor
   * of it.
   */
  private APIGatewayV2HTTPResponse unlink(
      APIGatewayV2HTTPEvent event,
      Shop shop,
      ProxyRequest.Genuine request,
      Secrets.Shopify secrets) {
    Instant now = clock.instant();
    Optional<CustomerId> customer =
        request
            .customer()
            .filter(
                id ->
                    FormToken.verify(
                        Form.of(event).field("token"),
                        shop.id(),
                        id,
                        PURPOSE,
                        secrets.clientSecrets(),
                        now));
    if (customer.isEmpty()) {
      return page(400, Pages.refused(shop.settings().language()));
    }
    unlinking.end(shop, customer.get(), now);
    return page(200, Pages.unlinked(shop));
  }

  private static APIGatewayV2HTTPResponse page(int status, Page page) {
    return Answers.page(status, page.html());
  }

  private static Language language(APIGatewayV2HTTPEvent event) {
    String accepted = event.getHeaders().getOrDefault("accept-language", "ja");
    return accepted.toLowerCase(Locale.ROOT).startsWith("en") ? Language.EN : Language.JA;
  }

  private static Optional<EntryRoute> route(String name) {
    return Arrays.stream(EntryRoute.values()).filter(r -> r.name().equals(name)).findFirst();
  }

  private static Optional<Instant> seconds(String text) {
    return text.matches("[0-9]{1,12}")
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
        : Optional.empty();
  }
}
