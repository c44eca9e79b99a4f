package dev.musubi.local.shopify.storefront;

import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import java.util.function.BiFunction;

/** How a browser's requests become pages of one shop. */
record Browsing(Shops shops) {

  /** A page, or the page that says there is none. */
  Handler page(BiFunction<Context, Frame, Optional<String>> content) {
    return ctx -> show(ctx, content);
  }

  void show(Context ctx, BiFunction<Context, Frame, Optional<String>> content) {
    String html =
        shops.in(
            ctx.pathParam("shop"),
            shop -> {
              Frame frame = Frame.of(shop, Sessions.loggedIn(ctx, shop), prefix(ctx, shop));
              return content
                  .apply(ctx, frame)
                  .orElseGet(
                      () -> {
                        ctx.status(404);
                        return new PersonPages(frame).notFound();
                      });
            });
    ctx.header("Cache-Control", "no-store").html(html);
  }

  void refused(Context ctx, String reason) {
    ctx.status(422);
    show(ctx, (c, frame) -> Optional.of(new PersonPages(frame).refused(reason)));
  }

  void to(Context ctx, String path) {
    ctx.redirect(shops.in(ctx.pathParam("shop"), shop -> prefix(ctx, shop)) + path);
  }

  static String prefix(Context ctx, Shop shop) {
    boolean mapped = shop.spec().domain().equals(ctx.header("X-Forwarded-Host"));
    return mapped ? "" : "/" + shop.spec().handle();
  }

  /** A parameter of the address, or nothing. */
  static String query(Context ctx, String name) {
    return Optional.ofNullable(ctx.queryParam(name)).orElse("");
  }

  static String form(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).orElse("");
  }

  /** Only a path of the shop itself: anything else leads home. */
  static String returnTo(Context ctx) {
    String wanted =
        Optional.ofNullable(ctx.formParam("return_to"))
            .or(() -> Optional.ofNullable(ctx.queryParam("return_to")))
            .orElse("/");
    boolean own = wanted.startsWith("/") && !wanted.startsWith("//") && !wanted.contains("\\");
    return own ? wanted : "/";
  }
}
