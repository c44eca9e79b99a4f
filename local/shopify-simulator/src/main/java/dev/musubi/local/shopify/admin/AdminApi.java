package dev.musubi.local.shopify.admin;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.local.shopify.acts.CustomerActs;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The Admin GraphQL API over HTTP, at Shopify's own paths (the token tells the shop) and with the
 * shop's handle before them.
 *
 * @see <a href="https://shopify.dev/docs/api/admin-graphql/2026-10">Shopify: Admin GraphQL API</a>
 */
public final class AdminApi {
  static final String VERSION = "2026-10";
  private static final String GRAPHQL = "/admin/api/" + VERSION + "/graphql.json";
  private static final String TOKEN = "/admin/oauth/access_token";
  private static final TypeReference<LinkedHashMap<String, Object>> VARIABLES =
      new TypeReference<>() {};
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Shops shops;
  private final Faults faults = new Faults();
  private final AccessTokens tokens;
  private final GraphQlDoor door;

  public AdminApi(Shops shops, CustomerActs customers) {
    this.shops = shops;
    this.tokens = new AccessTokens(shops);
    this.door = new GraphQlDoor(AdminSchema.of(shops, customers));
  }

  public void routes(JavalinConfig config) {
    config.routes.post(TOKEN, ctx -> tokens.handle(ctx, Optional.empty()));
    config.routes.post("/{shop}" + TOKEN, ctx -> tokens.handle(ctx, handle(ctx)));
    config.routes.post(GRAPHQL, ctx -> graphql(ctx, Optional.empty()));
    config.routes.post("/{shop}" + GRAPHQL, ctx -> graphql(ctx, handle(ctx)));
  }

  private static Optional<String> handle(Context ctx) {
    return Optional.of(ctx.pathParam("shop"));
  }

  public void fault(Fault fault, HowOften howOften) {
    faults.plan(fault, howOften);
  }

  public void clearFaults() {
    faults.clear();
  }

  private void graphql(Context ctx, Optional<String> handle) {
    ctx.header("X-Shopify-API-Version", VERSION);
    String token = Optional.ofNullable(ctx.header("X-Shopify-Access-Token")).orElse("");
    Optional<String> shop =
        shops
            .first(s -> Optional.of(s).filter(it -> it.access().isLive(token, shops.now())))
            .map(s -> s.spec().handle())
            .filter(known -> handle.isEmpty() || handle.get().equals(known));
    Optional<GraphQlDoor.Request> request = read(ctx);
    if (shop.isEmpty()) {
      ctx.status(401)
          .json(
              Map.of(
                  "errors",
                  "[API] Invalid API key or access token (unrecognized login or wrong password)"));
    } else if (request.isEmpty()) {
      ctx.status(400)
          .json(Map.of("errors", Map.of("query", "Required parameter missing or invalid")));
    } else {
      answer(ctx, shop.get(), request.get());
    }
  }

  private void answer(Context ctx, String handle, GraphQlDoor.Request request) {
    Optional<Fault> fault = faults.next();
    if (fault.isEmpty()) {
      ctx.json(shops.in(handle, shop -> door.execute(shop, request, shops.now())));
      return;
    }
    switch (fault.get()) {
      case TOO_MANY_REQUESTS -> {
        struck(handle, request, fault.get());
        ctx.status(429).header("Retry-After", "2.0").json(Map.of("errors", "Too Many Requests"));
      }
      case SERVER_ERROR -> {
        struck(handle, request, fault.get());
        ctx.status(500).json(Map.of("errors", "Internal Server Error"));
      }
      case TIMEOUT -> {
        struck(handle, request, fault.get());
        Silence.keep(ctx);
      }
      case TIMEOUT_AFTER_ACCEPT -> {
        shops.change(handle, shop -> door.execute(shop, request, shops.now()));
        Silence.keep(ctx);
      }
      case CONNECTION_RESET -> {
        struck(handle, request, fault.get());
        Silence.reset(ctx);
      }
      case THROTTLE -> ctx.json(shops.in(handle, shop -> throttled(shop, request)));
    }
  }

  private Map<String, Object> throttled(Shop shop, GraphQlDoor.Request request) {
    return door.throttle(shop, request, shops.now());
  }

  private void struck(String handle, GraphQlDoor.Request request, Fault fault) {
    shops.change(handle, shop -> door.record(shop, request, shops.now(), fault.label()));
  }

  private static Optional<GraphQlDoor.Request> read(Context ctx) {
    try {
      JsonNode body = JSON.readTree(ctx.bodyAsBytes());
      JsonNode variables = body.path("variables");
      return Optional.of(body.path("query"))
          .filter(JsonNode::isTextual)
          .map(
              query ->
                  new GraphQlDoor.Request(
                      query.asText(),
                      Optional.of(body.path("operationName"))
                          .filter(JsonNode::isTextual)
                          .map(JsonNode::asText),
                      variables.isObject()
                          ? JSON.convertValue(variables, VARIABLES)
                          : new LinkedHashMap<>()));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }
}
