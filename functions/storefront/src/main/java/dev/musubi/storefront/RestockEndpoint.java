package dev.musubi.storefront;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.reminding.RestockWishes;
import dev.musubi.core.reminding.RestockWishes.Answer;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.lambda.Answers;
import dev.musubi.lambda.Form;
import dev.musubi.lambda.ShopperPage;
import dev.musubi.shopify.events.FormToken;
import dev.musubi.shopify.events.ProxyRequest;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Serves the pages of "tell me": only the customer whom Shopify signed, and a change only by a form
 * of ours that was shown to the same customer.
 */
final class RestockEndpoint {

  private static final String PURPOSE = "restock";

  private final Shops shops;
  private final RestockWishes wishes;
  private final InstantSource clock;

  RestockEndpoint(Shops shops, RestockWishes wishes, InstantSource clock) {
    this.shops = shops;
    this.wishes = wishes;
    this.clock = clock;
  }

  /** A request that the app proxy signed. */
  APIGatewayV2HTTPResponse answer(
      APIGatewayV2HTTPEvent event, ProxyRequest.Genuine request, Secrets.Shopify secrets) {
    Optional<Shop> shop = shops.find(request.shop());
    if (shop.isEmpty()) {
      return page(401, RestockPages.refused(language(event)));
    }
    Visit visit = new Visit(shop.get(), request, secrets, Form.of(event));
    try {
      return switch (event.getRouteKey()) {
        case "GET /proxy/restock" -> ask(visit);
        case "POST /proxy/restock" -> wish(visit);
        case "GET /proxy/restocks" -> list(visit);
        case "POST /proxy/restocks" -> takeBack(visit);
        default -> Answers.empty(404);
      };
    } catch (UncheckedIOException shopifyDoesNotAnswer) {
      return page(503, RestockPages.unavailable(shop.get().settings().language()));
    }
  }

  /** One request with what is needed to answer it. */
  private record Visit(
      Shop shop, ProxyRequest.Genuine request, Secrets.Shopify secrets, Form form) {

    RestockPages pages() {
      return RestockPages.of(shop);
    }

    String token(CustomerId customer, Instant now) {
      return FormToken.issue(shop.id(), customer, PURPOSE, secrets.clientSecrets().getFirst(), now);
    }

    /** Who sent a form that was shown to them. */
    Optional<CustomerId> sender(Instant now) {
      String token = form.field("token");
      return request
          .customer()
          .filter(
              id -> FormToken.verify(token, shop.id(), id, PURPOSE, secrets.clientSecrets(), now));
    }
  }

  private APIGatewayV2HTTPResponse ask(Visit visit) {
    Optional<VariantId> variant = visit.request().parameter("variant").flatMap(VariantId::parse);
    if (variant.isEmpty()) {
      return page(404, visit.pages().nothing());
    }
    if (visit.request().customer().isEmpty()) {
      return page(200, visit.pages().logIn("/restock?variant=" + variant.get()));
    }
    CustomerId customer = visit.request().customer().get();
    return said(visit, customer, wishes.look(visit.shop(), customer, variant.get()));
  }

  private APIGatewayV2HTTPResponse wish(Visit visit) {
    Optional<CustomerId> sender = visit.sender(clock.instant());
    Optional<VariantId> variant = VariantId.parse(visit.form().field("variant"));
    if (sender.isEmpty() || variant.isEmpty()) {
      return page(400, RestockPages.refused(visit.pages().language()));
    }
    return said(visit, sender.get(), wishes.wish(visit.shop(), sender.get(), variant.get()));
  }

  private APIGatewayV2HTTPResponse said(Visit visit, CustomerId customer, Answer answer) {
    RestockPages pages = visit.pages();
    return switch (answer) {
      case Answer.Offered(VariantFacts variant) ->
          page(200, pages.offered(variant, visit.token(customer, clock.instant())));
      case Answer.Waiting(VariantFacts variant) -> page(200, pages.waiting(variant));
      case Answer.InStock(VariantFacts variant) -> page(200, pages.inStock(variant));
      case Answer.Nothing() -> page(404, pages.nothing());
      case Answer.Full() -> page(200, pages.full());
    };
  }

  private APIGatewayV2HTTPResponse list(Visit visit) {
    Optional<CustomerId> customer = visit.request().customer();
    return customer.isEmpty()
        ? page(200, visit.pages().logIn("/restocks"))
        : list(visit, customer.get());
  }

  private APIGatewayV2HTTPResponse list(Visit visit, CustomerId customer) {
    String token = visit.token(customer, clock.instant());
    return page(200, visit.pages().list(wishes.list(visit.shop().id(), customer), token));
  }

  /** Without a variant, everything. */
  private APIGatewayV2HTTPResponse takeBack(Visit visit) {
    Optional<CustomerId> sender = visit.sender(clock.instant());
    boolean one = visit.form().fields().containsKey("variant");
    Optional<VariantId> variant = VariantId.parse(visit.form().field("variant"));
    if (sender.isEmpty() || one != variant.isPresent()) {
      return page(400, RestockPages.refused(visit.pages().language()));
    }
    wishes.takeBack(visit.shop().id(), sender.get(), variant);
    return list(visit, sender.get());
  }

  private static APIGatewayV2HTTPResponse page(int status, ShopperPage page) {
    return Answers.page(status, page.html());
  }

  /** Before the shop is known, the language is the browser's. */
  static Language language(APIGatewayV2HTTPEvent event) {
    String accepted = event.getHeaders().getOrDefault("accept-language", "ja");
    return accepted.toLowerCase(Locale.ROOT).startsWith("en") ? Language.EN : Language.JA;
  }
}
