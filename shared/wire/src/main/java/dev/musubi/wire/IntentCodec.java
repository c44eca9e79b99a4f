package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.core.shopping.FulfilmentId;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderStatus;
import dev.musubi.core.shopping.ParcelStatus;
import dev.musubi.core.shopping.VariantId;
import java.time.Instant;
import java.time.LocalDate;

/** {@link SendIntent}: references only, no person's data and no prices. */
public final class IntentCodec implements Codec<SendIntent> {

  @Override
  public ObjectNode tree(SendIntent intent) {
    ObjectNode tree = Json.object().put("shop", intent.shop().handle());
    switch (intent.to()) {
      case Addressee.Customer(CustomerId id) -> tree.put("customer", id.toString());
    }
    tree.put("kind", intent.subject().kind().name());
    subject(tree, intent.subject());
    return tree.put("lane", intent.lane().name())
        .put("due", intent.due().toString())
        .put("notAfter", intent.notAfter().toString());
  }

  @Override
  public SendIntent value(Fields fields) {
    return new SendIntent(
        fields.parsed("shop", "a shop", ShopId::new),
        new Addressee.Customer(fields.parsed("customer", "a customer", IntentCodec::customer)),
        subject(fields),
        fields.one("lane", Lane.class),
        fields.instant("due"),
        fields.instant("notAfter"));
  }

  private static void subject(ObjectNode tree, Subject subject) {
    switch (subject) {
      case Subject.Cart(CheckoutToken checkout, int generation, int step) ->
          tree.put("checkout", checkout.value()).put("generation", generation).put("step", step);
      case Subject.Viewed(LocalDate run) -> tree.put("run", run.toString());
      case Subject.Restocked(VariantId variant, Instant event) ->
          tree.put("variant", variant.toString()).put("event", event.toString());
      case Subject.Ordered(OrderId order, OrderStatus status) ->
          tree.put("order", order.toString()).put("status", status.name());
      case Subject.Shipped(OrderId order, FulfilmentId fulfilment, ParcelStatus status) ->
          tree.put("order", order.toString())
              .put("fulfilment", fulfilment.toString())
              .put("status", status.name());
    }
  }

  private static Subject subject(Fields fields) {
    return switch (fields.one("kind", Kind.class)) {
      case CART ->
          new Subject.Cart(
              fields.parsed("checkout", "a checkout's token", CheckoutToken::new),
              fields.whole("generation"),
              fields.whole("step"));
      case BROWSE -> new Subject.Viewed(fields.date("run"));
      case RESTOCK ->
          new Subject.Restocked(
              fields.parsed("variant", "a variant", IntentCodec::variant), fields.instant("event"));
      case ORDER -> new Subject.Ordered(order(fields), fields.one("status", OrderStatus.class));
      case SHIPPING ->
          new Subject.Shipped(
              order(fields),
              fields.parsed("fulfilment", "a fulfilment", IntentCodec::fulfilment),
              fields.one("status", ParcelStatus.class));
    };
  }

  private static OrderId order(Fields fields) {
    return fields.parsed("order", "an order", PurchaseCodec::order);
  }

  static VariantId variant(String digits) {
    return VariantId.parse(digits).orElseThrow(IllegalArgumentException::new);
  }

  static FulfilmentId fulfilment(String digits) {
    return FulfilmentId.parse(digits).orElseThrow(IllegalArgumentException::new);
  }

  static CustomerId customer(String digits) {
    return CustomerId.parse(digits).orElseThrow(IllegalArgumentException::new);
  }
}
