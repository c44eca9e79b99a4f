package dev.musubi.local.shopify.storefront;

import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/** Who is logged in to the storefront, by a cookie of each shop's own. */
record Sessions(Shops shops) {

  static Optional<Customer> loggedIn(Context ctx, Shop shop) {
    return Optional.ofNullable(ctx.cookie(cookie(shop.spec().handle())))
        .flatMap(shop.logins()::customer)
        .flatMap(shop::findCustomer);
  }

  Optional<Long> customer(Context ctx) {
    return shops.in(ctx.pathParam("shop"), shop -> loggedIn(ctx, shop).map(Customer::id));
  }

  void start(Context ctx, long customer) {
    String handle = ctx.pathParam("shop");
    String session = shops.identifiers().token();
    shops.change(handle, shop -> shop.logins().login(session, customer));
    Cookie cookie = new Cookie(cookie(handle), session);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    ctx.cookie(cookie);
  }

  void end(Context ctx) {
    String handle = ctx.pathParam("shop");
    Optional.ofNullable(ctx.cookie(cookie(handle)))
        .ifPresent(session -> shops.change(handle, shop -> shop.logins().logout(session)));
    ctx.removeCookie(cookie(handle));
  }

  private static String cookie(String handle) {
    return "session_" + handle;
  }
}
