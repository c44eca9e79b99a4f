package dev.musubi.local.shopify.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.local.shopify.shop.AccessToken;
import dev.musubi.local.shopify.shop.AppCredentials;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The client credentials grant: {@code POST /admin/oauth/access_token}, as a form or as JSON. A
 * token lives for 86,399 seconds of the world's clock.
 *
 * @see <a
 *     href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant">Shopify:
 *     client credentials grant</a>
 */
final class AccessTokens {
  private static final Duration LIFE = Duration.ofSeconds(86_399);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Shops shops;

  AccessTokens(Shops shops) {
    this.shops = shops;
  }

  private record Request(String grantType, String clientId, String clientSecret) {}

  /** Without a handle the client id tells the shop. */
  void handle(Context ctx, Optional<String> handle) {
    Request request = read(ctx);
    if (!request.grantType().equals("client_credentials")) {
      refuse(ctx, 400, "unsupported_grant_type", "The grant type is not supported");
      return;
    }
    Optional<String> shop = shops.first(s -> handleOf(s, request.clientId()));
    if (shop.isEmpty()) {
      refuse(ctx, 400, "application_cannot_be_found", "No application has this client id");
    } else if (handle.isPresent() && !handle.equals(shop)) {
      refuse(
          ctx, 400, "shop_not_permitted", "The app and the shop belong to no common organization");
    } else {
      shops.change(shop.get(), s -> grant(ctx, s, request));
    }
  }

  private static Optional<String> handleOf(Shop shop, String clientId) {
    return Optional.of(shop)
        .filter(s -> s.spec().app().clientId().equals(clientId))
        .map(s -> s.spec().handle());
  }

  private void grant(Context ctx, Shop shop, Request request) {
    AppCredentials app = shop.spec().app();
    if (!app.clientSecret().equals(request.clientSecret())) {
      refuse(ctx, 401, "invalid_client", "The client credentials are wrong");
    } else if (!shop.installed()) {
      refuse(ctx, 400, "app_not_installed", "The app is not installed in this shop");
    } else {
      String value = "shpat_" + shops.identifiers().token();
      shop.access().put(new AccessToken(value, shops.now().plus(LIFE)), shops.now());
      ctx.json(
          Map.of(
              "access_token", value,
              "scope", String.join(",", app.scopes()),
              "expires_in", LIFE.toSeconds()));
    }
  }

  private static void refuse(Context ctx, int status, String error, String description) {
    ctx.status(status).json(Map.of("error", error, "error_description", description));
  }

  private static Request read(Context ctx) {
    String type = Optional.ofNullable(ctx.contentType()).orElse("");
    if (!type.startsWith("application/json")) {
      return new Request(
          form(ctx, "grant_type"), form(ctx, "client_id"), form(ctx, "client_secret"));
    }
    try {
      JsonNode body = JSON.readTree(ctx.bodyAsBytes());
      return new Request(
          body.path("grant_type").asText(),
          body.path("client_id").asText(),
          body.path("client_secret").asText());
    } catch (IOException notJson) {
      return new Request("", "", "");
    }
  }

  private static String form(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).orElse("");
  }
}
