package dev.musubi.shopify.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shopping.CartLine;
import dev.musubi.core.shopping.CartToken;
import dev.musubi.core.shopping.Carts;
import dev.musubi.core.shopping.Checkout;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.VariantId;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checkouts as {@code checkouts/create} and {@code checkouts/update} tell them. Since 2026-04 a
 * checkout has no id, and an order names it by its token.
 *
 * @see <a
 *     href="https://shopify.dev/changelog/removed-checkout-id-from-checkouts-and-orders-webhooks">Checkout
 *     id removed</a>
 */
final class CheckoutWebhook {

  /** The name that Shopify gives to a product's only variant. */
  private static final String NAMELESS = "Default Title";

  private static final long MOST = 1_000_000;

  private CheckoutWebhook() {}

  static Checkout checkout(Fields checkout, Instant triggeredAt) {
    Instant used = checkout.time("updated_at").orElseThrow(() -> Fields.wrong("updated_at"));
    return new Checkout(
        checkout
            .text("token")
            .flatMap(CheckoutToken::parse)
            .orElseThrow(() -> Fields.wrong("token")),
        checkout.text("cart_token").flatMap(CartToken::parse),
        customer(checkout),
        lines(checkout),
        checkout.text("abandoned_checkout_url").flatMap(CheckoutWebhook::address),
        new Checkout.Times(
            checkout.time("created_at").orElse(used),
            used,
            triggeredAt,
            checkout.time("completed_at")));
  }

  /** By which names an order knows what it came from; a till's or a draft's knows none. */
  static Carts.Names names(Fields order) {
    return new Carts.Names(
        order.text("checkout_token").flatMap(CheckoutToken::parse),
        order.text("cart_token").flatMap(CartToken::parse));
  }

  private static Optional<CustomerId> customer(Fields checkout) {
    return checkout
        .object("customer")
        .filter(customer -> customer.value("id").isPresent())
        .map(customer -> new CustomerId(customer.number("id")));
  }

  /** Lines without a product are the merchant's own or of a product deleted since. */
  private static List<CartLine> lines(Fields checkout) {
    List<CartLine> lines = new ArrayList<>();
    JsonNode items =
        checkout
            .value("line_items")
            .filter(JsonNode::isArray)
            .orElseThrow(() -> Fields.wrong("line_items"));
    for (JsonNode item : items) {
      Fields line = new Fields(item);
      if (line.value("product_id").isPresent()) {
        lines.add(line(line));
      }
    }
    return lines;
  }

  private static CartLine line(Fields line) {
    return new CartLine(
        new CartLine.Item(
            new ProductId(line.number("product_id")),
            line.value("variant_id").map(present -> new VariantId(line.number("variant_id"))),
            line.text("variant_title").filter(name -> !name.isBlank() && !name.equals(NAMELESS))),
        (int) Math.min(MOST, line.number("quantity")),
        line.money("price"),
        line.value("gift_card").filter(JsonNode::booleanValue).isPresent());
  }

  private static Optional<URI> address(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
