package dev.musubi.core.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.Version;
import dev.musubi.core.shopping.Cart;
import dev.musubi.core.shopping.CartLine;
import dev.musubi.core.shopping.Checkout;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.VariantId;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CartLinkTest {

  private static final String ADDED =
      "openExternalBrowser=1&utm_source=line&utm_medium=push&utm_campaign=cart";
  private static final Shop SHOP = Given.linkedFriend().shop();

  @Test
  void shopifys_own_address_is_opened_outside_of_LINE() {
    assertThat(link("https://hinode.myshopify.com/checkouts/1/recover?key=%E7%B5%90"))
        .isEqualTo("https://hinode.myshopify.com/checkouts/1/recover?key=%E7%B5%90&" + ADDED);
    assertThat(link("https://HINODE.myshopify.com/checkouts/1#pay"))
        .isEqualTo("https://HINODE.myshopify.com/checkouts/1?" + ADDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/1",
        "https://hinode.myshopify.com:8443/1",
        "https://hinode.myshopify.com@evil.example/",
        "https://a:b@hinode.myshopify.com/",
        "http://hinode.myshopify.com/1",
        "/checkouts/1",
        "mailto:a@hinode.myshopify.com"
      })
  void any_other_address_gives_way_to_one_that_fills_a_cart(String address) {
    assertThat(link(address))
        .isEqualTo("https://hinode.myshopify.com/cart/2:3?storefront=true&" + ADDED);
  }

  @Test
  void so_does_one_that_is_longer_than_LINE_allows() {
    String base = "https://hinode.myshopify.com/checkouts/";
    int room = CartLink.LONGEST - base.length() - 1 - ADDED.length();
    assertThat(link(base + "c".repeat(room))).hasSize(CartLink.LONGEST).startsWith(base);
    assertThat(link(base + "c".repeat(room + 1))).startsWith("https://hinode.myshopify.com/cart/");
  }

  private static String link(String address) {
    CartLine line =
        new CartLine(
            new CartLine.Item(new ProductId(1), Optional.of(new VariantId(2)), Optional.empty()),
            3,
            BigDecimal.TEN,
            false);
    Checkout checkout =
        new Checkout(
            new CheckoutToken("c0ffee"),
            Optional.empty(),
            Optional.of(Given.CUSTOMER),
            List.of(line),
            Optional.of(URI.create(address)),
            new Checkout.Times(Given.DUE, Given.DUE, Given.DUE, Optional.empty()));
    Cart.Round round = new Cart.Round(1, Given.DUE, new Cart.Progress.Judged());
    return CartLink.of(SHOP, new Cart(Given.SHOP, checkout, round, Version.NONE), List.of(line));
  }
}
