package dev.musubi.local.shopify.storefront;

import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Shops;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/** Login, account and consent. */
final class PersonRoutes {
  static final String LOGIN = "/customer_authentication/login";

  private final Shops shops;
  private final Browsing browsing;
  private final Sessions sessions;

  PersonRoutes(Shops shops, Browsing browsing) {
    this.shops = shops;
    this.browsing = browsing;
    this.sessions = new Sessions(shops);
  }

  void on(JavalinConfig config) {
    String shop = "/{shop}";
    config.routes.get(
        shop + LOGIN,
        browsing.page((ctx, f) -> Optional.of(new PersonPages(f).login(Browsing.returnTo(ctx)))));
    config.routes.post(shop + LOGIN, this::login);
    config.routes.post(shop + "/customer_authentication/logout", this::logout);
    config.routes.get(shop + "/account", this::account);
    config.routes.get(shop + "/account/session_token", this::sessionToken);
    config.routes.post(shop + "/consent", this::consent);
  }

  private void login(Context ctx) {
    String handle = ctx.pathParam("shop");
    Optional<Long> customer =
        Numbers.parse(Browsing.form(ctx, "customer"))
            .filter(id -> shops.in(handle, s -> s.findCustomer(id).isPresent()));
    if (customer.isEmpty()) {
      ctx.status(400);
      browsing.show(
          ctx, (c, frame) -> Optional.of(new PersonPages(frame).login(Browsing.returnTo(c))));
      return;
    }
    sessions.start(ctx, customer.get());
    browsing.to(ctx, Browsing.returnTo(ctx));
  }

  private void logout(Context ctx) {
    sessions.end(ctx);
    browsing.to(ctx, "/");
  }

  private void account(Context ctx) {
    if (sessions.customer(ctx).isEmpty()) {
      browsing.to(ctx, Frame.loginPath("/account"));
    } else {
      browsing.show(
          ctx, (c, frame) -> frame.loggedIn().map(who -> new PersonPages(frame).account(who)));
    }
  }

  /** What {@code shopify.sessionToken.get()} gives to an extension on this browser's pages. */
  private void sessionToken(Context ctx) {
    Optional<Long> customer = sessions.customer(ctx);
    String token =
        shops.in(
            ctx.pathParam("shop"),
            shop ->
                SessionToken.of(shop.spec(), customer, shops.now(), shops.identifiers().uuid()));
    ctx.header("Cache-Control", "no-store").json(Map.of("token", token));
  }

  private void consent(Context ctx) {
    boolean given = Browsing.form(ctx, "tracking").equals("yes");
    sessions
        .customer(ctx)
        .ifPresent(
            customer ->
                shops.change(
                    ctx.pathParam("shop"), shop -> shop.logins().consent(customer, given)));
    browsing.to(ctx, "/");
  }
}
