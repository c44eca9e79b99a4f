package dev.musubi.beacon;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shopping.ProductViewed;
import dev.musubi.core.shopping.Views;
import dev.musubi.lambda.Answers;
import dev.musubi.lambda.RawBody;
import dev.musubi.shopify.events.PixelPost;
import dev.musubi.shopify.events.VisitorToken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Counts a view if it carries a visitor token of ours; nobody signs a pixel's post, so nothing else
 * in it is believed but which product it was, and the time is our own.
 *
 * @see <a
 *     href="https://shopify.dev/docs/api/web-pixels-api/standard-events/product_viewed">product_viewed</a>
 */
final class BeaconEndpoint {

  private static final List<Secret> NOBODYS = List.of(new Secret("nobody's"));

  private final ShopSecrets secrets;
  private final Shops shops;
  private final Views views;
  private final InstantSource clock;

  BeaconEndpoint(ShopSecrets secrets, Shops shops, Views views, InstantSource clock) {
    this.secrets = secrets;
    this.shops = shops;
    this.views = views;
    this.clock = clock;
  }

  APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    boolean preflight = event.getRouteKey().startsWith("OPTIONS ");
    return Answers.openToAll(Answers.empty(preflight ? 204 : status(event)));
  }

  private int status(APIGatewayV2HTTPEvent event) {
    Optional<ShopId> shop = ShopId.parse(event.getPathParameters().get("shop"));
    if (shop.isEmpty()) {
      return 401;
    }
    return switch (PixelPost.read(RawBody.of(event))) {
      case PixelPost.Malformed malformed -> 400;
      case PixelPost.Ignored ignored -> 204;
      case PixelPost.Viewed viewed ->
          switch (secrets.of(shop.get())) {
            case ShopSecrets.Lookup.Unknown unknown -> stranger(shop.get(), viewed);
            case ShopSecrets.Lookup.Busy busy -> 429;
            case ShopSecrets.Lookup.Found(Secrets found) ->
                count(shop.get(), found.shopify(), viewed);
          };
    };
  }

  /** As much work as a known shop's refusal: its time does not tell who is registered here. */
  private int stranger(ShopId shop, PixelPost.Viewed viewed) {
    VisitorToken.verify(viewed.visitorToken(), shop, NOBODYS, clock.instant());
    return 401;
  }

  private int count(ShopId id, Secrets.Shopify shopify, PixelPost.Viewed viewed) {
    Instant now = clock.instant();
    Optional<CustomerId> customer =
        VisitorToken.verify(viewed.visitorToken(), id, shopify.clientSecrets(), now);
    Optional<Shop> shop = customer.flatMap(known -> shops.find(id));
    if (shop.isEmpty()) {
      return 401;
    }
    views.add(
        new ProductViewed(
            id,
            customer.orElseThrow(),
            viewed.product(),
            shop.get().today(now),
            now,
            viewed.eventId()));
    return 204;
  }
}
