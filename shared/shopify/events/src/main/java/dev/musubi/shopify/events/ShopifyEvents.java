package dev.musubi.shopify.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ShopSignal;
import dev.musubi.core.shopping.ShopTopic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
    if (topic.equals(ShopSignal.OrderNamed.TOPIC)) {
      return new ShopSignal.OrderNamed(new OrderId(Fields.of(body).number("id")));
    }
    return ShopTopic.of(topic)
        .map(known -> read(known, triggeredAt, body))
        .orElseGet(() -> new ShopSignal.Other(topic));
  }

  private static ShopSignal read(ShopTopic topic, Instant triggeredAt, String body) {
    return switch (topic) {
      case ORDERS_CREATE, ORDERS_PAID, ORDERS_UPDATED ->
          new ShopSignal.Ordered(OrderWebhook.order(Fields.of(body), triggeredAt, false));
      case ORDERS_CANCELLED ->
          new ShopSignal.Ordered(OrderWebhook.order(Fields.of(body), triggeredAt, true));
      case FULFILLMENTS_CREATE, FULFILLMENTS_UPDATE -> parcel(Fields.of(body), triggeredAt);
      case PRODUCTS_CREATE, PRODUCTS_UPDATE ->
          new ShopSignal.ProductHeard(ProductWebhook.facts(Fields.of(body), triggeredAt));
      case PRODUCTS_DELETE ->
          new ShopSignal.ProductGone(new ProductId(Fields.of(body).number("id")), triggeredAt);
      case VARIANTS_IN_STOCK -> stock(Fields.of(body), true, triggeredAt);
      case VARIANTS_OUT_OF_STOCK -> stock(Fields.of(body), false, triggeredAt);
      case CUSTOMER_TAGS_REMOVED -> tagsRemoved(Fields.of(body));
      case CUSTOMERS_REDACT -> redacted(topic, Fields.of(body));
      case APP_UNINSTALLED -> new ShopSignal.Uninstalled(triggeredAt);
      case CUSTOMERS_DATA_REQUEST, SHOP_REDACT -> new ShopSignal.Other(topic.topic());
    };
  }

  private static ShopSignal parcel(Fields fulfilment, Instant triggeredAt) {
    return new ShopSignal.ParcelHeard(
        new OrderId(fulfilment.number("order_id")), ParcelWebhook.parcel(fulfilment, triggeredAt));
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
  private static ShopSignal redacted(ShopTopic topic, Fields request) {
    return request
        .object("customer")
        .filter(customer -> customer.value("id").isPresent())
        .<ShopSignal>map(c -> new ShopSignal.CustomerRedacted(new CustomerId(c.number("id"))))
        .orElseGet(() -> new ShopSignal.Other(topic.topic()));
  }
}
