package dev.musubi.shopify.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.ShopSignal;
import dev.musubi.core.shopping.Tombstone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads verified webhooks, whatever version of Shopify's API wrote them. Unknown topics and fields
 * are no failure; a known topic without what it must say is a {@link MalformedWebhook}.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks">Webhook topics</a>
 */
public final class ShopifyEvents {

  private ShopifyEvents() {}

  /** {@code triggeredAt} is the header's time, for what carries none of its own. */
  public static ShopSignal read(String topic, Instant triggeredAt, String body) {
    return switch (topic) {
      case "orders/create", "orders/paid", "orders/updated" -> order(topic, Fields.of(body), false);
      case "orders/cancelled" -> order(topic, Fields.of(body), true);
      case "checkouts/create", "checkouts/update" ->
          new ShopSignal.CheckoutHeard(CheckoutWebhook.checkout(Fields.of(body), triggeredAt));
      case "products/create", "products/update" ->
          new ShopSignal.ProductHeard(ProductWebhook.facts(Fields.of(body), triggeredAt));
      case "products/delete" ->
          new ShopSignal.ProductGone(new ProductId(Fields.of(body).number("id")), triggeredAt);
      case "variants/in_stock" -> stock(Fields.of(body), true, triggeredAt);
      case "variants/out_of_stock" -> stock(Fields.of(body), false, triggeredAt);
      case "customer.tags_removed" -> tagsRemoved(Fields.of(body));
      case "customers/redact" -> redacted(topic, Fields.of(body));
      case "app/uninstalled" -> new ShopSignal.Uninstalled(triggeredAt);
      default -> new ShopSignal.Other(topic);
    };
  }

  /** A test order is nobody's purchase. */
  private static ShopSignal order(String topic, Fields order, boolean cancelled) {
    if (order.value("test").filter(JsonNode::booleanValue).isPresent()) {
      return new ShopSignal.Other(topic);
    }
    OrderId id = new OrderId(order.number("id"));
    Instant at = order.time("created_at").orElseThrow(() -> Fields.wrong("created_at"));
    boolean over = cancelled || order.value("cancelled_at").isPresent();
    List<ProductId> products = products(order);
    Optional<Purchase> purchase =
        order
            .object("customer")
            .map(customer -> new CustomerId(customer.number("id")))
            .map(customer -> new Purchase(id, customer, at, products, over));
    return new ShopSignal.Ordered(purchase, CheckoutWebhook.names(order), new Tombstone(id, at));
  }

  /** Lines without a product are the merchant's own or of a product deleted since. */
  private static List<ProductId> products(Fields order) {
    List<ProductId> products = new ArrayList<>();
    JsonNode lines =
        order
            .value("line_items")
            .filter(JsonNode::isArray)
            .orElseThrow(() -> Fields.wrong("line_items"));
    for (JsonNode line : lines) {
      Fields fields = new Fields(line);
      if (fields.value("product_id").isPresent()) {
        products.add(new ProductId(fields.number("product_id")));
      }
    }
    return products.stream().distinct().toList();
  }

  private static ShopSignal stock(Fields variant, boolean inStock, Instant triggeredAt) {
    return new ShopSignal.StockHeard(
        new ProductId(variant.number("product_id")),
        ProductWebhook.stock(variant, inStock, triggeredAt));
  }

  private static ShopSignal tagsRemoved(Fields change) {
    List<String> tags = new ArrayList<>();
    change
        .value("tags")
        .filter(JsonNode::isArray)
        .orElseThrow(() -> Fields.wrong("tags"))
        .forEach(tag -> tags.add(tag.asText()));
    return new ShopSignal.TagsRemoved(new CustomerId(change.gid("customerId")), tags);
  }

  /** A request may name somebody by e-mail alone: nothing is held under that. */
  private static ShopSignal redacted(String topic, Fields request) {
    return request
        .object("customer")
        .filter(customer -> customer.value("id").isPresent())
        .<ShopSignal>map(c -> new ShopSignal.CustomerRedacted(new CustomerId(c.number("id"))))
        .orElseGet(() -> new ShopSignal.Other(topic));
  }
}
