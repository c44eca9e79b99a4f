package dev.musubi.local.shopify.storefront;

import dev.musubi.local.shopify.acts.ShopperActs;
import dev.musubi.local.shopify.shop.ActRefused;
import dev.musubi.local.shopify.shop.Checkout;
import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Product;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import dev.musubi.local.shopify.shop.UnknownName;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The public storefront of every shop, at {@code /<handle>/…} for {@code https://<domain>/…}.
 * Whoever maps the public host to this server says so with {@code X-Forwarded-Host}, and gets paths
 * without the handle.
 */
public final class Storefront {
  private static final String LOGIN = "/customer_authentication/login";

  private final Shops shops;
  private final ShopperActs acts;
  private final AppProxy proxy;
  private final Sessions sessions;

  public Storefront(Shops shops, ShopperActs acts, AppProxy proxy) {
    this.shops = shops;
    this.acts = acts;
    this.proxy = proxy;
    this.sessions = new Sessions(shops);
  }

  public void routes(JavalinConfig config) {
    String shop = "/{shop}";
    config.routes.get(shop, page((ctx, pages) -> Optional.of(pages.products())));
    config.routes.get(shop + "/products/{product}", this::product);
    config.routes.get(shop + "/cdn/shop/products/{file}", this::image);
    config.routes.get(shop + LOGIN, page((ctx, pages) -> Optional.of(pages.login(returnTo(ctx)))));
    config.routes.post(shop + LOGIN, this::login);
    config.routes.post(shop + "/customer_authentication/logout", this::logout);
    config.routes.get(shop + "/account", this::account);
    config.routes.get(shop + "/cart", this::cart);
    config.routes.get(shop + "/checkouts/{token}", this::checkout);
    config.routes.get(shop + "/checkouts/{token}/recover", this::checkout);
    config.routes.post(shop + "/cart/add", ctx -> buy(ctx, acts::cart, "/cart"));
    config.routes.post(shop + "/checkout/buy", ctx -> buy(ctx, acts::buy, "/thank_you"));
    config.routes.get(shop + "/thank_you", page((ctx, pages) -> Optional.of(pages.thanks())));
    new ProxyRoute(shops, proxy, Sessions::loggedIn, Storefront::prefix).on(config);
  }

  /** A page, or the page that says there is none. */
  private Handler page(BiFunction<Context, Pages, Optional<String>> content) {
    return ctx -> show(ctx, (shop, pages) -> content.apply(ctx, pages));
  }

  private void show(Context ctx, BiFunction<Shop, Pages, Optional<String>> content) {
    String html =
        shops.in(
            ctx.pathParam("shop"),
            shop -> {
              Pages pages = new Pages(shop, Sessions.loggedIn(ctx, shop), prefix(ctx, shop));
              return content
                  .apply(shop, pages)
                  .orElseGet(
                      () -> {
                        ctx.status(404);
                        return pages.notFound();
                      });
            });
    ctx.html(html);
  }

  private void product(Context ctx) {
    show(
        ctx,
        (shop, pages) ->
            shop.product(ctx.pathParam("product"))
                .filter(Product::published)
                .map(p -> pages.product(p, shops.now())));
  }

  private void image(Context ctx) {
    String handle = ctx.pathParam("file").replaceFirst("\\.png$", "");
    Optional<Long> product =
        shops.in(ctx.pathParam("shop"), shop -> shop.product(handle).map(Product::id));
    product.ifPresentOrElse(
        id -> ctx.contentType("image/png").result(ProductImage.png(id)), () -> ctx.status(404));
  }

  private void account(Context ctx) {
    if (sessions.customer(ctx).isEmpty()) {
      ctx.redirect(prefix(ctx) + LOGIN + "?return_to=%2Faccount");
    } else {
      show(ctx, (shop, pages) -> Sessions.loggedIn(ctx, shop).map(pages::account));
    }
  }

  private void cart(Context ctx) {
    show(
        ctx,
        (shop, pages) ->
            Optional.of(
                pages.cart(Sessions.loggedIn(ctx, shop).flatMap(c -> shop.openCheckout(c.id())))));
  }

  private void checkout(Context ctx) {
    String key = Optional.ofNullable(ctx.queryParam("key")).orElse("");
    show(
        ctx,
        (shop, pages) ->
            shop.openCheckout(ctx.pathParam("token"))
                .filter(c -> c.key().equals(key) || isOf(c, Sessions.loggedIn(ctx, shop)))
                .map(pages::checkout));
  }

  private static boolean isOf(Checkout checkout, Optional<Customer> customer) {
    return customer.filter(c -> c.id() == checkout.customerId()).isPresent();
  }

  private void login(Context ctx) {
    String handle = ctx.pathParam("shop");
    Optional<Long> customer =
        Optional.ofNullable(ctx.formParam("customer"))
            .flatMap(Numbers::parse)
            .filter(id -> shops.in(handle, s -> s.findCustomer(id).isPresent()));
    if (customer.isEmpty()) {
      ctx.status(400);
      show(ctx, (shop, pages) -> Optional.of(pages.login(returnTo(ctx))));
      return;
    }
    sessions.start(ctx, customer.get());
    ctx.redirect(prefix(ctx) + returnTo(ctx));
  }

  private void logout(Context ctx) {
    sessions.end(ctx);
    ctx.redirect(prefix(ctx) + "/");
  }

  private interface Purchase {
    Object of(String handle, long customer, String product, int quantity);
  }

  private void buy(Context ctx, Purchase purchase, String next) {
    String product = Optional.ofNullable(ctx.formParam("product")).orElse("");
    Optional<Long> customer = sessions.customer(ctx);
    if (customer.isEmpty()) {
      ctx.redirect(prefix(ctx) + LOGIN + "?return_to=/products/" + product);
      return;
    }
    try {
      purchase.of(ctx.pathParam("shop"), customer.get(), product, 1);
      ctx.redirect(prefix(ctx) + next);
    } catch (ActRefused refused) {
      ctx.status(422);
      show(ctx, (shop, pages) -> Optional.of(pages.refused(refused.getMessage())));
    } catch (UnknownName unknown) {
      ctx.status(404);
      show(ctx, (shop, pages) -> Optional.of(pages.notFound()));
    }
  }

  /** Only a path of the shop itself: anything else leads home. */
  private static String returnTo(Context ctx) {
    String wanted =
        Optional.ofNullable(ctx.formParam("return_to"))
            .or(() -> Optional.ofNullable(ctx.queryParam("return_to")))
            .orElse("/");
    boolean own = wanted.startsWith("/") && !wanted.startsWith("//") && !wanted.contains("\\");
    return own ? wanted : "/";
  }

  private String prefix(Context ctx) {
    return shops.in(ctx.pathParam("shop"), shop -> prefix(ctx, shop));
  }

  private static String prefix(Context ctx, Shop shop) {
    boolean mapped = shop.spec().domain().equals(ctx.header("X-Forwarded-Host"));
    return mapped ? "" : "/" + shop.spec().handle();
  }
}
