package dev.musubi.local.world.acts;

import dev.musubi.local.shopify.ShopSimulator;
import dev.musubi.local.shopify.storefront.ProxyAnswer;
import dev.musubi.local.world.demo.DemoShop;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A shopper's browser, logged in to one shop: opens what lies below the shop's app proxy and
 * presses the one button of a page of ours.
 */
final class Browser {
  private static final Pattern LINK = Pattern.compile("<a class=\"go\" href=\"([^\"]*)\"");
  private static final Pattern FORM =
      Pattern.compile("<form method=\"post\" action=\"([^\"]*)\">(.*?)</form>", Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
  private static final Pattern TITLE = Pattern.compile("<h1>(.*?)</h1>", Pattern.DOTALL);

  /** What a proxy answers when what is behind it does not: 502, 503, 504. */
  static final int TOO_LATE = 502;

  private final ShopSimulator shops;
  private final DemoShop shop;
  private final long customer;

  Browser(ShopSimulator shops, DemoShop shop, long customer) {
    this.shops = shops;
    this.shop = shop;
    this.customer = customer;
  }

  /** Whether the address leads to the product through the shop's app proxy. */
  boolean reaches(URI address) {
    return address.getHost() == null && address.getPath().startsWith(DemoShop.PROXY_PATH + "/")
        || address.toString().startsWith(shop.origin() + DemoShop.PROXY_PATH + "/");
  }

  /** A page that did not come in time is loaded again, once. */
  ProxyAnswer open(URI address) {
    ProxyAnswer first = request("GET", address, "");
    return first.status() >= TOO_LATE ? request("GET", address, "") : first;
  }

  private ProxyAnswer request(String method, URI address, String body) {
    String path = address.getRawPath().substring(DemoShop.PROXY_PATH.length());
    String query = Optional.ofNullable(address.getRawQuery()).map(q -> "?" + q).orElse("");
    return shops.proxy(shop.handle(), Optional.of(customer), method, path + query, body);
  }

  /** What comes after the page's button; empty where the page has none that stays in the shop. */
  Optional<ProxyAnswer> press(ProxyAnswer page) {
    Optional<ProxyAnswer> posted = press(page, form -> true);
    if (posted.isPresent()) {
      return posted;
    }
    Matcher link = LINK.matcher(page.text());
    return link.find() ? inShop(link.group(1)).map(this::open) : Optional.empty();
  }

  /** What comes after the button of the first form whose inside is {@code wanted}. */
  Optional<ProxyAnswer> press(ProxyAnswer page, Predicate<String> wanted) {
    return post(page, wanted, "");
  }

  /** What comes after one of several buttons of a page's form. */
  Optional<ProxyAnswer> press(ProxyAnswer page, String name, String value) {
    return post(
        page,
        form -> form.contains("name=\"%s\" value=\"%s\"".formatted(name, value)),
        "&" + encoded(name) + "=" + encoded(value));
  }

  private Optional<ProxyAnswer> post(ProxyAnswer page, Predicate<String> wanted, String pressed) {
    return FORM.matcher(page.text())
        .results()
        .filter(form -> wanted.test(form.group(2)))
        .findFirst()
        .flatMap(
            form ->
                inShop(form.group(1))
                    .map(to -> request("POST", to, fields(form.group(2)) + pressed)));
  }

  private static String fields(String form) {
    return FIELD
        .matcher(form)
        .results()
        .map(field -> encoded(field.group(1)) + "=" + encoded(field.group(2)))
        .collect(Collectors.joining("&"));
  }

  /** Whether the page's one way on is a link: there is nothing to be done on it. */
  boolean leadsAway(ProxyAnswer page) {
    return LINK.matcher(page.text()).find();
  }

  private Optional<URI> inShop(String address) {
    return Optional.of(URI.create(plain(address))).filter(this::reaches);
  }

  /** The headline of a page of ours, for telling what stands in the way. */
  static String title(ProxyAnswer page) {
    Matcher title = TITLE.matcher(page.text());
    return title.find() ? plain(title.group(1)).strip() : "a page without a headline";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(plain(text), StandardCharsets.UTF_8);
  }

  private static String plain(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
