package dev.musubi.local.shopify.storefront;

import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The storefront's side of the app proxy: takes a browser's request and gives back the app's
 * answer.
 */
record ProxyRoute(
    Shops shops,
    AppProxy proxy,
    BiFunction<Context, Shop, Optional<Customer>> loggedIn,
    BiFunction<Context, Shop, String> prefix) {
  private static final List<HandlerType> METHODS =
      List.of(
          HandlerType.GET,
          HandlerType.POST,
          HandlerType.PUT,
          HandlerType.PATCH,
          HandlerType.DELETE,
          HandlerType.OPTIONS);

  void on(JavalinConfig config) {
    METHODS.forEach(
        method ->
            config.routes.addHttpHandler(
                method, "/{shop}" + AppProxy.PREFIX + "/<rest>", this::forward));
  }

  private void forward(Context ctx) {
    String handle = ctx.pathParam("shop");
    Optional<Long> customer = shops.in(handle, shop -> loggedIn.apply(ctx, shop).map(Customer::id));
    String query = Optional.ofNullable(ctx.queryString()).map(q -> "?" + q).orElse("");
    String path = ctx.req().getRequestURI().substring(("/" + handle + AppProxy.PREFIX).length());
    ProxyAnswer answer =
        proxy.forward(
            handle,
            new ProxyRequest(
                ctx.method().name(),
                path + query,
                customer,
                ctx.bodyAsBytes(),
                Optional.ofNullable(ctx.contentType()),
                ctx.ip()));
    ctx.status(answer.status());
    answer.headers().forEach((name, values) -> values.forEach(v -> ctx.res().addHeader(name, v)));
    answer
        .header("location")
        .ifPresent(location -> ctx.header("location", reachable(ctx, handle, location)));
    ctx.result(answer.body());
  }

  /** The shop's public host leads here; a browser that came by loopback has to be told so. */
  private String reachable(Context ctx, String handle, String location) {
    return shops.in(
        handle,
        shop -> {
          String host = shop.spec().url("");
          boolean ours = location.equals(host) || location.startsWith(host + "/");
          return ours ? prefix.apply(ctx, shop) + location.substring(host.length()) : location;
        });
  }
}
