package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;
import dev.musubi.core.shopping.Cart;
import dev.musubi.core.shopping.CartLine;
import dev.musubi.core.shopping.CartToken;
import dev.musubi.core.shopping.Checkout;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.core.shopping.ProductId;
import java.net.URI;
import java.time.Instant;

/** {@link Cart} as it is stored; its version is its item's. */
public final class CartCodec implements Codec<Cart> {

  @Override
  public ObjectNode tree(Cart cart) {
    ObjectNode tree = Json.object().put("shop", cart.shop().handle());
    tree.set("checkout", tree(cart.newest()));
    Cart.Round round = cart.round();
    tree.put("generation", round.generation()).put("since", round.since().toString());
    switch (round.progress()) {
      case Cart.Progress.Planned(int step, Instant due, boolean scheduled) ->
          tree.putObject("planned")
              .put("step", step)
              .put("due", due.toString())
              .put("scheduled", scheduled);
      case Cart.Progress.Judged judged -> {}
    }
    return tree;
  }

  private static ObjectNode tree(Checkout checkout) {
    ObjectNode tree = Json.object().put("token", checkout.token().value());
    checkout.cart().ifPresent(cart -> tree.put("cart", cart.value()));
    checkout.customer().ifPresent(customer -> tree.put("customer", customer.toString()));
    tree.set("lines", Json.array(checkout.lines().stream().map(CartCodec::tree)));
    checkout.recovery().ifPresent(address -> tree.put("recovery", address.toString()));
    Checkout.Times times = checkout.times();
    tree.put("begun", times.begun().toString())
        .put("used", times.used().toString())
        .put("told", times.told().toString());
    times.completed().ifPresent(at -> tree.put("completed", at.toString()));
    return tree;
  }

  private static ObjectNode tree(CartLine line) {
    ObjectNode tree = Json.object().put("product", line.item().product().number());
    line.item().variant().ifPresent(variant -> tree.put("variant", variant.toString()));
    line.item().name().ifPresent(name -> tree.put("name", name));
    return tree.put("quantity", line.quantity())
        .put("price", line.price().toPlainString())
        .put("giftCard", line.giftCard());
  }

  @Override
  public Cart value(Fields fields) {
    Cart.Progress progress =
        fields
            .maybeObject("planned")
            .<Cart.Progress>map(
                planned ->
                    new Cart.Progress.Planned(
                        planned.whole("step"), planned.instant("due"), planned.flag("scheduled")))
            .orElseGet(Cart.Progress.Judged::new);
    return new Cart(
        fields.parsed("shop", "a shop", ShopId::new),
        checkout(fields.object("checkout")),
        new Cart.Round(fields.whole("generation"), fields.instant("since"), progress),
        Version.NONE);
  }

  private static Checkout checkout(Fields fields) {
    return new Checkout(
        fields.parsed("token", "a checkout's token", CheckoutToken::new),
        fields.maybe("cart", "a cart's token", CartToken::new),
        fields.maybe("customer", "a customer", IntentCodec::customer),
        fields.objects("lines").stream().map(CartCodec::line).toList(),
        fields.maybe("recovery", "an address", URI::create),
        new Checkout.Times(
            fields.instant("begun"),
            fields.instant("used"),
            fields.instant("told"),
            fields.maybe("completed", "an instant", Instant::parse)));
  }

  private static CartLine line(Fields fields) {
    return new CartLine(
        new CartLine.Item(
            new ProductId(fields.number("product")),
            fields.maybe("variant", "a variant", IntentCodec::variant),
            fields.maybeText("name")),
        fields.whole("quantity"),
        fields.parsed("price", "a price", ProductCodec::price),
        fields.flag("giftCard"));
  }
}
