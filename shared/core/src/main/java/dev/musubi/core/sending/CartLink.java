package dev.musubi.core.sending;

import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.Cart;
import dev.musubi.core.shopping.CartLine;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The address that brings a cart back, in the phone's own browser: LINE's own is logged out of the
 * shop. It is Shopify's address of the checkout, if that is the shop's own and no longer than LINE
 * allows, or else one that fills a cart with the same variants.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/using-line-url-scheme/">LINE URL
 *     scheme: openExternalBrowser</a>
 * @see <a href="https://shopify.dev/docs/apps/build/checkout/create-cart-permalinks">Cart
 *     permalinks</a>
 */
final class CartLink {

  /** What LINE takes as the address of a button. */
  static final int LONGEST = 1_000;

  private static final String ADDED =
      "openExternalBrowser=1&utm_source=line&utm_medium=push&utm_campaign=cart";

  private CartLink() {}

  static String of(Shop shop, Cart cart, List<CartLine> lines) {
    return cart.newest()
        .recovery()
        .filter(shop::owns)
        .map(CartLink::outside)
        .filter(link -> link.length() <= LONGEST)
        .orElseGet(() -> outside(filled(shop, lines)));
  }

  private static String outside(URI address) {
    String query =
        Optional.ofNullable(address.getRawQuery())
            .filter(q -> !q.isEmpty())
            .map(q -> q + "&" + ADDED)
            .orElse(ADDED);
    URI bare = URI.create("https://" + address.getRawAuthority() + address.getRawPath());
    return bare.toASCIIString() + "?" + URI.create("?" + query).toASCIIString().substring(1);
  }

  private static URI filled(Shop shop, List<CartLine> lines) {
    String items =
        lines.stream()
            .limit(CartFacts.MOST_SHOWN)
            .flatMap(line -> line.item().variant().map(v -> v + ":" + line.quantity()).stream())
            .collect(Collectors.joining(","));
    String path = items.isEmpty() ? "/cart" : "/cart/" + items + "?storefront=true";
    return shop.storefront().origin().resolve(path);
  }
}
