package dev.musubi.local.shopify.storefront;

import dev.musubi.local.shopify.acts.Purchase;
import dev.musubi.local.shopify.acts.ShopperActs;
import dev.musubi.local.shopify.shop.ActRefused;
import dev.musubi.local.shopify.shop.Checkout;
import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.OrderOrigin.CheckoutTokens;
import dev.musubi.local.shopify.shop.Payment;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import dev.musubi.local.shopify.shop.UnknownName;
import dev.musubi.local.shopify.webhook.OrderEvents;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/** From the cart over the checkout to the order's page. */
final class OrderRoutes {
  private static final Duration RECOVERABLE_AFTER = Duration.ofMinutes(10);

  private final Shops shops;
  private final ShopperActs acts;
  private final Browsing browsing;
  private final Sessions sessions;

  OrderRoutes(Shops shops, ShopperActs acts, Browsing browsing) {
    this.shops = shops;
    this.acts = acts;
    this.browsing = browsing;
    this.sessions = new Sessions(shops);
  }

  void on(JavalinConfig config) {
    String shop = "/{shop}";
    config.routes.get(
        shop + "/cart",
        browsing.page(
            (ctx, f) ->
                Optional.of(
                    new OrderPages(f)
                        .cart(f.loggedIn().flatMap(c -> f.shop().openCheckout(c.id()))))));
    config.routes.post(shop + "/cart/add", ctx -> fill(ctx, acts::cart));
    config.routes.post(shop + "/cart/change", ctx -> fill(ctx, acts::quantity));
    config.routes.get(shop + "/checkouts/{token}", browsing.page(OrderRoutes::checkout));
    config.routes.get(shop + "/checkouts/{token}/recover", this::recover);
    config.routes.post(shop + "/checkouts/{token}", this::complete);
    config.routes.get(shop + "/checkouts/{token}/thank_you", browsing.page(OrderRoutes::thanks));
    config.routes.get(shop + "/orders/{token}/authenticate", browsing.page(OrderRoutes::status));
  }

  private interface Filling {
    Object of(String handle, long customer, String product, int quantity);
  }

  private void fill(Context ctx, Filling filling) {
    String product = Browsing.form(ctx, "product");
    int quantity = Numbers.parse(Browsing.form(ctx, "quantity")).orElse(1L).intValue();
    Optional<Long> customer = sessions.customer(ctx);
    if (customer.isEmpty()) {
      browsing.to(ctx, Frame.loginPath("/products/" + product.split("/")[0]));
      return;
    }
    String handle = ctx.pathParam("shop");
    attempt(
        ctx,
        () -> {
          filling.of(handle, customer.get(), product, quantity);
          boolean onwards = Browsing.form(ctx, "then").equals("checkout");
          browsing.to(
              ctx,
              shops
                  .in(handle, shop -> shop.openCheckout(customer.get()))
                  .filter(open -> onwards)
                  .map(open -> "/checkouts/" + open.token())
                  .orElse("/cart"));
        });
  }

  /** What the shop does not let happen is told on a page. */
  private void attempt(Context ctx, Runnable act) {
    try {
      act.run();
    } catch (ActRefused | IllegalArgumentException refused) {
      browsing.refused(ctx, refused.getMessage());
    } catch (UnknownName unknown) {
      browsing.show(ctx, (c, frame) -> Optional.empty());
    }
  }

  /** A checkout's recovery address leads home while the checkout is young, as on Shopify. */
  private void recover(Context ctx) {
    boolean young =
        shops
            .in(ctx.pathParam("shop"), shop -> shop.openCheckout(ctx.pathParam("token")))
            .filter(c -> shops.now().isBefore(c.createdAt().plus(RECOVERABLE_AFTER)))
            .isPresent();
    if (young) {
      browsing.to(ctx, "/");
    } else {
      browsing.show(ctx, OrderRoutes::checkout);
    }
  }

  private static Optional<String> checkout(Context ctx, Frame frame) {
    String key = Browsing.query(ctx, "key");
    return find(ctx, frame.shop(), key).map(c -> new OrderPages(frame).checkout(c, key));
  }

  /** The buyer's own, or anybody's who has the key of its recovery address. */
  private static Optional<Checkout> find(Context ctx, Shop shop, String key) {
    Optional<Customer> who = Sessions.loggedIn(ctx, shop);
    return shop.openCheckout(ctx.pathParam("token"))
        .filter(c -> c.key().equals(key) || who.filter(w -> w.id() == c.customerId()).isPresent());
  }

  private void complete(Context ctx) {
    String handle = ctx.pathParam("shop");
    String key = Browsing.form(ctx, "key");
    Optional<Checkout> checkout = shops.in(handle, shop -> find(ctx, shop, key));
    if (checkout.isEmpty()) {
      browsing.show(ctx, (c, frame) -> Optional.empty());
      return;
    }
    attempt(
        ctx,
        () -> {
          Payment payment = Payment.named(Browsing.form(ctx, "payment"));
          acts.buy(handle, checkout.get().customerId(), Purchase.ofCheckout(payment));
          browsing.to(ctx, "/checkouts/" + checkout.get().token() + "/thank_you");
        });
  }

  private static Optional<String> thanks(Context ctx, Frame frame) {
    String token = ctx.pathParam("token");
    return frame.shop().orders().stream()
        .filter(o -> token(o).filter(token::equals).isPresent())
        .findFirst()
        .map(new OrderPages(frame)::thanks);
  }

  private static Optional<String> token(Order order) {
    return order.origin().checkout().map(CheckoutTokens::checkoutToken);
  }

  private static Optional<String> status(Context ctx, Frame frame) {
    String token = ctx.pathParam("token");
    return frame.shop().orders().stream()
        .filter(o -> OrderEvents.token(o).equals(token))
        .findFirst()
        .map(new OrderPages(frame)::status);
  }
}
