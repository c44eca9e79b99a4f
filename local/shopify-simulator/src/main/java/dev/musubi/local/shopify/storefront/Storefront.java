package dev.musubi.local.shopify.storefront;

import dev.musubi.local.shopify.acts.ShopperActs;
import dev.musubi.local.shopify.shop.Item;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Product;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import dev.musubi.local.shopify.shop.Variant;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The public storefront of every shop, at {@code /<handle>/…} for {@code https://<domain>/…}.
 * Whoever maps the public host to this server says so with {@code X-Forwarded-Host}, and gets paths
 * without the handle.
 */
public final class Storefront {
  private final Shops shops;
  private final ShopperActs acts;
  private final AppProxy proxy;
  private final Browsing browsing;

  public Storefront(Shops shops, ShopperActs acts, AppProxy proxy) {
    this.shops = shops;
    this.acts = acts;
    this.proxy = proxy;
    this.browsing = new Browsing(shops);
  }

  public void routes(JavalinConfig config) {
    String shop = "/{shop}";
    config.routes.get(shop, browsing.page((ctx, f) -> Optional.of(new CatalogPages(f).products())));
    config.routes.get(
        shop + "/search",
        browsing.page(
            (ctx, f) -> Optional.of(new CatalogPages(f).search(Browsing.query(ctx, "q")))));
    config.routes.get(shop + "/products/{product}", browsing.page(this::product));
    config.routes.get(shop + "/cdn/shop/products/{file}", this::image);
    config.routes.get(shop + "/assets/theme.css", this::theme);
    new PersonRoutes(shops, browsing).on(config);
    new OrderRoutes(shops, acts, browsing).on(config);
    new ProxyRoute(shops, proxy, Sessions::loggedIn, Browsing::prefix).on(config);
  }

  private Optional<String> product(Context ctx, Frame frame) {
    Shop shop = frame.shop();
    return shop.product(ctx.pathParam("product"))
        .filter(Product::published)
        .flatMap(p -> variant(p, Browsing.query(ctx, "variant")))
        .map(item -> new CatalogPages(frame).product(item.product(), item.variant(), shops.now()));
  }

  /** Without a number it is the first. */
  private static Optional<Item> variant(Product product, String number) {
    if (number.isEmpty()) {
      return Optional.of(new Item(product, product.firstVariant()));
    }
    Optional<Long> id = Numbers.parse(number);
    return product.variants().stream()
        .filter((Variant v) -> id.filter(n -> n == v.id()).isPresent())
        .findFirst()
        .map(v -> new Item(product, v));
  }

  private void image(Context ctx) {
    String file = ctx.pathParam("file");
    boolean drawn = file.endsWith(".svg");
    String handle = file.replaceFirst("\\.(png|svg)$", "");
    Optional<Product> product = shops.in(ctx.pathParam("shop"), shop -> shop.product(handle));
    if (product.isEmpty()) {
      ctx.status(404);
      return;
    }
    ProductPicture picture = ProductPicture.of(product.get());
    ctx.header("Cache-Control", "public, max-age=3600");
    if (drawn) {
      ctx.contentType("image/svg+xml").result(picture.svg());
    } else {
      ctx.contentType("image/png").result(picture.png());
    }
  }

  private void theme(Context ctx) {
    shops.in(ctx.pathParam("shop"), Shop::spec);
    try (InputStream in = Storefront.class.getResourceAsStream("theme.css")) {
      ctx.contentType("text/css; charset=utf-8").result(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
