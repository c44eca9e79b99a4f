package dev.musubi.local.shopify.storefront;

import dev.musubi.local.shopify.shop.Checkout;
import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Item;
import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.Product;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Variant;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The storefront's pages as HTML; {@code prefix} stands before every path of the shop. */
final class Pages {
  private static final String LAYOUT =
      """
      <!doctype html>
      <html lang="%s"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>
      <style>body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
      nav a{margin-right:1rem}ul{list-style:none;padding:0;display:grid;gap:1rem;
      grid-template-columns:repeat(auto-fill,minmax(11rem,1fr))}img{width:100%%;border-radius:8px}
      .one{max-width:24rem}button{font:inherit;padding:.5rem 1rem;margin:.25rem 0}</style></head>
      <body><header><h1><a href="%s/">%s</a></h1><nav>%s</nav></header><main>%s</main></body></html>
      """;

  private final Shop shop;
  private final Optional<Customer> loggedIn;
  private final String prefix;
  private final Words words;

  Pages(Shop shop, Optional<Customer> loggedIn, String prefix) {
    this.shop = shop;
    this.loggedIn = loggedIn;
    this.prefix = prefix;
    this.words = Words.in(shop.spec().market().japanese());
  }

  String products() {
    String cards =
        shop.products().stream()
            .filter(Product::published)
            .map(
                p ->
                    "<li>"
                        + link("/products/" + p.handle(), image(p) + text(p.title()))
                        + "<br>"
                        + price(p.firstVariant())
                        + "</li>")
            .collect(Collectors.joining());
    return page(words.products(), "<ul>" + cards + "</ul>");
  }

  String product(Product product, Instant now) {
    Variant variant = product.firstVariant();
    String buttons =
        variant.stock() == 0
            ? "<p>" + words.soldOut() + "</p>"
            : form("/cart/add", product.handle(), words.addToCart())
                + form("/checkout/buy", product.handle(), words.buyNow());
    String script =
        loggedIn.isPresent() ? ViewScript.of(shop, new Item(product, variant), prefix, now) : "";
    return page(
        product.title(),
        "<div class=\"one\">"
            + image(product)
            + "<h2>"
            + text(product.title())
            + "</h2><p>"
            + price(variant)
            + "</p>"
            + buttons
            + "</div>"
            + script);
  }

  String login(String returnTo) {
    String choices =
        shop.customers().stream()
            .limit(50)
            .map(
                c ->
                    "<p><button name=\"customer\" value=\""
                        + c.id()
                        + "\">"
                        + text(c.name())
                        + "</button></p>")
            .collect(Collectors.joining());
    return page(
        words.login(),
        "<h2>"
            + words.loginLead()
            + "</h2><form method=\"post\" action=\""
            + prefix
            + "/customer_authentication/login\"><input type=\"hidden\" name=\"return_to\" value=\""
            + text(returnTo)
            + "\">"
            + choices
            + "</form>");
  }

  String account(Customer customer) {
    return page(
        words.account(),
        "<h2>"
            + text(customer.name())
            + "</h2><form method=\"post\" action=\""
            + prefix
            + "/customer_authentication/logout\"><button>"
            + words.logout()
            + "</button></form>");
  }

  String cart(Optional<Checkout> open) {
    String content =
        open.map(
                c ->
                    lines(c) + "<p>" + link("/checkouts/" + c.token(), words.toCheckout()) + "</p>")
            .orElse("<p>" + words.emptyCart() + "</p>");
    return page(words.cart(), content);
  }

  String checkout(Checkout checkout) {
    String buttons =
        checkout.lines().stream()
            .map(line -> shop.product(line.productId()).map(Product::handle).orElse(""))
            .map(handle -> form("/checkout/buy", handle, words.buyNow() + ": " + handle))
            .collect(Collectors.joining());
    return page(words.checkout(), lines(checkout) + buttons);
  }

  String thanks() {
    return page(words.thanks(), "<h2>" + words.thanks() + "</h2>");
  }

  String notFound() {
    return page(words.notFound(), "<h2>" + words.notFound() + "</h2>");
  }

  String refused(String reason) {
    return page(words.soldOut(), "<p>" + text(reason) + "</p>");
  }

  private String lines(Checkout checkout) {
    return checkout.lines().stream()
        .map(l -> "<p>" + text(l.title()) + " × " + l.quantity() + "</p>")
        .collect(Collectors.joining());
  }

  private String page(String title, String main) {
    Market market = shop.spec().market();
    String who = loggedIn.map(c -> link("/account", text(c.name()))).orElseGet(this::loginLink);
    String nav = link("/", words.products()) + link("/cart", words.cart()) + who;
    String name = text(shop.spec().name());
    return LAYOUT.formatted(market.locale(), text(title), prefix, name, nav, main);
  }

  private String loginLink() {
    return link("/customer_authentication/login?return_to=%2Faccount", words.login());
  }

  private String link(String path, String html) {
    return "<a href=\"" + prefix + path + "\">" + html + "</a>";
  }

  private String form(String path, String product, String label) {
    return "<form method=\"post\" action=\""
        + prefix
        + path
        + "\"><input type=\"hidden\" name=\"product\" value=\""
        + text(product)
        + "\"><button>"
        + text(label)
        + "</button></form>";
  }

  private String image(Product product) {
    return "<img alt=\"\" src=\"" + prefix + "/cdn/shop/products/" + product.handle() + ".png\">";
  }

  private String price(Variant variant) {
    Market market = shop.spec().market();
    return market.currency().getSymbol(market.japanese() ? Locale.JAPAN : Locale.US)
        + " "
        + market.money(variant.price());
  }

  /** As text within HTML, also within an attribute. */
  static String text(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
