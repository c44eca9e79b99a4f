package dev.musubi.local.shopify.storefront;

import static dev.musubi.local.shopify.storefront.Html.text;

import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.Shop;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What every page of a storefront has around it, and how it links: {@code prefix} stands before
 * every path of the shop.
 */
record Frame(Shop shop, Optional<Customer> loggedIn, String prefix, Words words) {
  private static final String LAYOUT =
      """
      <!doctype html>
      <html lang="%s"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>
      <link rel="icon" href="data:,"><link rel="stylesheet" href="%s/assets/theme.css"></head>
      <body style="--hue:%d"><a class="skip" href="#main">%s</a>
      <header><a class="name" href="%s/">%s</a>%s<nav aria-label="%s">%s</nav></header>
      <main id="main">%s%s</main><footer>%s%s</footer>%s</body></html>
      """;

  static Frame of(Shop shop, Optional<Customer> loggedIn, String prefix) {
    return new Frame(shop, loggedIn, prefix, Words.in(shop.spec().market().japanese()));
  }

  String page(String title, String main) {
    Market market = shop.spec().market();
    String name = text(shop.spec().name());
    return LAYOUT.formatted(
        market.locale(),
        text(title) + " – " + name,
        prefix,
        Math.floorMod(shop.spec().handle().hashCode(), 360),
        words.of("skip"),
        prefix,
        name,
        search(""),
        name,
        navigation(),
        AppBlocks.popup(this),
        main,
        Html.paragraph(words.of("footer")),
        Consent.choice(this),
        Consent.banner(this));
  }

  private String navigation() {
    int items =
        loggedIn
            .flatMap(c -> shop.openCheckout(c.id()))
            .map(c -> c.lines().stream().mapToInt(l -> l.quantity()).sum())
            .orElse(0);
    String who =
        loggedIn
            .map(c -> link("/account", c.name()))
            .orElseGet(() -> link(loginPath("/account"), words.of("login")));
    return link("/", words.of("products")) + link("/cart", words.of("cart") + " " + items) + who;
  }

  private String search(String query) {
    return """
        <form class="search" role="search" action="%s/search"><input type="search" name="q" \
        aria-label="%s" placeholder="%s" value="%s"><button class="plain">%s</button></form>"""
        .formatted(
            prefix,
            words.of("searchField"),
            words.of("searchField"),
            text(query),
            words.of("search"));
  }

  static String loginPath(String returnTo) {
    return "/customer_authentication/login?return_to="
        + URLEncoder.encode(returnTo, StandardCharsets.UTF_8);
  }

  /** To a page of the shop. */
  String link(String path, String words) {
    return "<a href=\"" + text(prefix + path) + "\">" + text(words) + "</a>";
  }

  String buttonLink(String path, String words) {
    return "<a class=\"button\" href=\"" + text(prefix + path) + "\">" + text(words) + "</a>";
  }

  /** A form that posts to a path of the shop. */
  String form(String path, String inside) {
    return "<form method=\"post\" action=\"" + text(prefix + path) + "\">" + inside + "</form>";
  }

  String money(BigDecimal amount) {
    Market market = shop.spec().market();
    NumberFormat format =
        NumberFormat.getCurrencyInstance(market.japanese() ? Locale.JAPAN : Locale.US);
    format.setCurrency(market.currency());
    format.setMaximumFractionDigits(market.currency().getDefaultFractionDigits());
    return format.format(amount).replace("￥", "¥");
  }
}
